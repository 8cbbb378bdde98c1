using System.Collections.Frozen;
using FhirMsc.Fhir.Elements.Narratives;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Narratives;

/// <summary>The rules of a narrative's XHTML (https://hl7.org/fhir/R4/narrative.html#xhtml, txt-1 and txt-2), each fault by its name, and where its links lead.</summary>
internal sealed class NarrativeRule : ITypeRule
{
    private static readonly FrozenDictionary<NarrativeFaultKind, IssueKind> Kinds = new Dictionary<NarrativeFaultKind, IssueKind>
    {
        [NarrativeFaultKind.Malformed] = NarrativeIssues.Malformed,
        [NarrativeFaultKind.Root] = NarrativeIssues.Root,
        [NarrativeFaultKind.Element] = NarrativeIssues.Element,
        [NarrativeFaultKind.Attribute] = NarrativeIssues.Attribute,
        [NarrativeFaultKind.Markup] = NarrativeIssues.Markup,
        [NarrativeFaultKind.Empty] = NarrativeIssues.Empty,
    }.ToFrozenDictionary();

    /// <inheritdoc/>
    public string TypeName => "xhtml";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        if (context.Node.Text is not { } text)
        {
            return;
        }

        var content = NarrativeContent.Read(text);
        foreach (var fault in content.Faults)
        {
            var rule = fault.Kind == NarrativeFaultKind.Empty ? "txt-2" : "txt-1";
            sink.Report(Kinds[fault.Kind], Kinds[fault.Kind].Severity, context.Node, null, rule, null, fault.Name, fault.Path);
        }

        Links(context.Node, content, sink);
    }

    private static void Links(Node div, NarrativeContent content, IssueSink sink)
    {
        HashSet<string>? ids = null;
        foreach (var link in content.Links)
        {
            if (link.Target is ['#', _, ..])
            {
                ids ??= [.. content.Anchors, .. IdsAround(div)];
                if (!ids.Contains(link.Target[1..]) && !ids.Contains(Uri.UnescapeDataString(link.Target[1..])))
                {
                    sink.Report(NarrativeIssues.LinkTarget, div, link.Target[1..]);
                }
            }
            else if (LinkScheme.Of(link.Target) is { } scheme)
            {
                var kind = LinkScheme.IsActive(scheme) ? NarrativeIssues.ActiveLink : LinkScheme.CanFollow(scheme, link.IsImage) ? null : NarrativeIssues.LinkScheme;
                if (kind is not null)
                {
                    sink.Report(kind, div, scheme);
                }
            }
        }
    }

    /// <summary>A link within the narrative may also lead to an element with an id in the resource, contained resources among them.</summary>
    private static IEnumerable<string> IdsAround(Node div)
    {
        var resource = div;
        while (resource.Parent.Exists && resource.ResourceType is null)
        {
            resource = resource.Parent;
        }

        var waiting = new Stack<Node>([resource]);
        while (waiting.TryPop(out var node))
        {
            if (node.Child("id").Text is { } id)
            {
                yield return id;
            }

            foreach (var child in node.Children)
            {
                if (child.HasChildren)
                {
                    waiting.Push(child);
                }
            }
        }
    }
}
