using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary><c>ElementDefinition.pattern[x]</c>: the value must have at least these parts.</summary>
internal sealed class PatternRule(ElementValue value, string? profile, string id) : IElementRule
{
    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        if (source.Element.Pattern is { Node.Exists: true } value && !source.IsKnown(known => known.Pattern?.Json == value.Json))
        {
            yield return new PatternRule(value, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        if (!NodeComparison.Matches(value.Node, node))
        {
            run.Sink.Report(ProfileIssues.Pattern, Severity.Error, node, profile, id, null, node.Name, NodeComparison.Show(value));
        }
    }

    public override string ToString() => $"pattern {value.Json}";
}
