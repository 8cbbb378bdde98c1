using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Identification;

/// <summary>
/// Ids of elements are unique within their resource, and ids of contained resources within the resource that contains them
/// (https://hl7.org/fhir/R4/element.html#id, references.html#contained).
/// </summary>
internal sealed class IdUniquenessRule : ITypeRule
{
    private static readonly int Id = NameTable.Fhir.Find("id");
    private static readonly int Contained = NameTable.Fhir.Find("contained");
    private static readonly int Snapshot = NameTable.Fhir.Find("snapshot");

    /// <inheritdoc/>
    public string TypeName => "Resource";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        // One pass over all nodes, at the outermost resource, costs less than a walk through each.
        if (context.Node.Index != 0)
        {
            return;
        }

        var tree = context.Node.Tree;
        HashSet<(int Scope, string Id)>? seen = null;
        for (var i = 1; i < tree.Count; i++)
        {
            var node = tree[i];
            if (node.NameNumber != Id || node.Kind != NodeKind.String)
            {
                continue;
            }

            var owner = node.Parent;
            var isResource = owner.ResourceType is not null;
            if (isResource && owner.NameNumber != Contained)
            {
                continue;
            }

            seen ??= [];
            if (!seen.Add((ScopeOf(isResource ? owner.Parent : owner), isResource ? "#" + node.Text : node.Text!)))
            {
                sink.Report(IdentificationIssues.DuplicateId, owner, node.Text);
            }
        }
    }

    /// <summary>
    /// The resource that an element is in. The two views of a structure repeat each other's elements with their ids, so each of them is a place of its own.
    /// </summary>
    private static int ScopeOf(Node node)
    {
        for (; node.Parent.Exists; node = node.Parent)
        {
            if (node.ResourceType is not null || node.NameNumber == Snapshot)
            {
                break;
            }
        }

        return node.Index;
    }
}
