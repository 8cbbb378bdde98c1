using System.Globalization;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary><c>ValueSet.expansion</c> → <see cref="ValueSetExpansion"/>, and whether it lists all there is.</summary>
internal sealed class ExpansionReader(Node compose)
{
    private const string TooCostly = "http://hl7.org/fhir/StructureDefinition/valueset-toocostly";
    private const string Unclosed = "http://hl7.org/fhir/StructureDefinition/valueset-unclosed";

    /// <summary>Parameters that say that somebody asked for a part only.</summary>
    private static readonly string[] Paging = ["filter", "count", "offset"];

    public ValueSetExpansion Read(Node expansion)
    {
        var codes = new List<ExpandedCode>();
        Contains(expansion, codes);
        return new ValueSetExpansion(codes, IsComplete(expansion, codes.Count));
    }

    private bool IsComplete(Node expansion, int count)
    {
        var parameters = expansion.ChildrenNamed("parameter").Select(parameter => Text(parameter, "name")).ToList();
        if (Marked(expansion, TooCostly) || Marked(expansion, Unclosed) || parameters.Exists(Paging.Contains))
        {
            return false;
        }

        // Where a server was free to cut long lists it says so if the value set is one part of one system; of several parts or imports, one may be cut silently.
        if (parameters.Contains("limitedExpansion") && !IsOnePart())
        {
            return false;
        }

        return Text(expansion, "total") is not { } total || total == count.ToString(CultureInfo.InvariantCulture);
    }

    private bool IsOnePart() => compose.Exists && compose.ChildrenNamed("include").ToList() is [var include] && !include.Child("valueSet").Exists;

    private static bool Marked(Node expansion, string url) => ExtensionValues.Text(expansion, url) == "true";

    private static string? Text(Node node, string name) => node.Child(name) is { Exists: true } child ? child.Text : null;

    private static void Contains(Node parent, List<ExpandedCode> codes)
    {
        foreach (var node in parent.ChildrenNamed("contains"))
        {
            if (Text(node, "code") is { } code)
            {
                codes.Add(new ExpandedCode(Text(node, "system") ?? string.Empty, code, Text(node, "display"), Text(node, "abstract") == "true", Text(node, "inactive") == "true"));
            }

            Contains(node, codes);
        }
    }
}
