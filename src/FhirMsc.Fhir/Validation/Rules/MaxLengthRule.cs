using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary><c>ElementDefinition.maxLength</c>: the greatest number of characters (Unicode code points).</summary>
internal sealed class MaxLengthRule(int limit, string? profile, string id) : IElementRule
{
    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        if (source.Element.MaxLength is { } limit and > 0 && !source.IsKnown(known => known.MaxLength == limit))
        {
            yield return new MaxLengthRule(limit, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        // Never more characters than bytes: most texts need no count.
        if (node.HasValue && node.RawValue.Length > limit && node.Text!.EnumerateRunes().Count() is var length && length > limit)
        {
            run.Sink.Report(ProfileIssues.TooLong, Severity.Error, node, profile, id, null, node.Name, length, limit);
        }
    }

    public override string ToString() => $"maxLength {limit}";
}
