using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.References;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>What holds for every reference (https://hl7.org/fhir/R4/references.html): its form, that contained targets exist, and that <c>type</c> tells the truth.</summary>
internal sealed class ReferenceFormRule : ITypeRule
{
    public string TypeName => "Reference";

    public void Check(in RuleContext context, IssueSink sink)
    {
        var (node, _, run) = context;
        if (node.Child("reference").Text is not { Length: > 0 } text)
        {
            return;
        }

        if (text[0] != '#' && !ReferenceText.IsAbsolute(text) && !ReferenceText.IsTypeAndId(text, run.Model) && !IsConditional(text, node))
        {
            sink.Report(ReferenceIssues.Form, node, text);
            return;
        }

        var target = run.Targets.Find(node, text);
        if (!target.Node.Exists)
        {
            if (text[0] == '#')
            {
                sink.Report(ReferenceIssues.NotContained, node, text);
            }
            else if (run.Settings.ReferenceChecking != ReferenceChecking.WhereAtHand)
            {
                sink.Report(ReferenceIssues.NotFound, node, text);
            }

            return;
        }

        if (node.Child("type").Text is { } stated && target.Node.ResourceType is { } actual && stated != actual && stated != $"http://hl7.org/fhir/StructureDefinition/{actual}")
        {
            sink.Report(ReferenceIssues.TypeDisagrees, node, stated, text, actual);
        }
    }

    /// <summary>In transactions a reference may be a search (https://hl7.org/fhir/R4/http.html#trules, conditional references).</summary>
    private static bool IsConditional(string text, Node node)
    {
        if (!text.Contains('?', StringComparison.Ordinal))
        {
            return false;
        }

        for (var at = node; at.Parent.Exists; at = at.Parent)
        {
            if (at.Parent.ResourceType == "Bundle")
            {
                return at.Parent.Child("type").Text is "transaction" or "batch";
            }
        }

        return false;
    }
}
