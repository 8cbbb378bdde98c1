using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary><c>ElementDefinition.fixed[x]</c>: the value must be this one, down to the last part.</summary>
internal sealed class FixedRule(ElementValue value, string? profile, string id) : IElementRule
{
    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        if (source.Element.Fixed is { Node.Exists: true } value && !source.IsKnown(known => known.Fixed?.Json == value.Json))
        {
            yield return new FixedRule(value, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        if (!NodeComparison.AreEqual(value.Node, node))
        {
            run.Sink.Report(ProfileIssues.Fixed, Severity.Error, node, profile, id, $"set it to {NodeComparison.Show(value)}", node.Name, NodeComparison.Show(value));
        }
    }

    public override string ToString() => $"fixed {value.Json}";
}
