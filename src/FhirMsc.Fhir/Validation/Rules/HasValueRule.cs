using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary><c>mustHaveValue</c> and <c>valueAlternatives</c> (R5, https://hl7.org/fhir/R5/elementdefinition.html): a primitive without a value needs one of the extensions that may stand in.</summary>
internal sealed class HasValueRule(bool mustHaveValue, IReadOnlyList<string> alternatives, string? profile, string id) : IElementRule
{
    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        var (must, alternatives) = (source.Element.MustHaveValue, source.Element.ValueAlternatives);
        if ((must || alternatives.Count > 0) && !source.IsKnown(known => known.MustHaveValue == must && known.ValueAlternatives.SequenceEqual(alternatives)))
        {
            yield return new HasValueRule(must, alternatives, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        if (!type.IsPrimitive || node.HasValue || (!mustHaveValue && node.ChildrenNamed("extension").Any(extension => extension.Child("url").Text is { } url && alternatives.Contains(url))))
        {
            return;
        }

        run.Sink.Report(ProfileIssues.NoValue, Severity.Error, node, profile, id, null, node.Name, mustHaveValue ? string.Empty : $" or one of the extensions {string.Join(", ", alternatives)}");
    }

    public override string ToString() => mustHaveValue ? "mustHaveValue" : $"valueAlternatives {string.Join(", ", alternatives)}";
}
