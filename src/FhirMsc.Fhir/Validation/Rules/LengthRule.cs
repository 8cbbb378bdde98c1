using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary><c>ElementDefinition.maxLength</c> and the extension <c>minLength</c>: the number of characters (Unicode code points).</summary>
internal sealed class LengthRule(int least, int greatest, string? profile, string id) : IElementRule
{
    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        var (least, greatest) = (source.Element.MinLength ?? 0, source.Element.MaxLength is { } limit and > 0 ? limit : int.MaxValue);
        if ((least > 0 || greatest != int.MaxValue) && !source.IsKnown(known => known.MaxLength == source.Element.MaxLength && known.MinLength == source.Element.MinLength))
        {
            yield return new LengthRule(least, greatest, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        // Never more characters than bytes: most texts need no count.
        if (!node.HasValue || (least == 0 && node.RawValue.Length <= greatest))
        {
            return;
        }

        var length = node.Text!.EnumerateRunes().Count();
        if (length > greatest)
        {
            run.Sink.Report(ProfileIssues.TooLong, Severity.Error, node, profile, id, null, node.Name, length, greatest);
        }
        else if (length < least)
        {
            run.Sink.Report(ProfileIssues.TooShort, Severity.Error, node, profile, id, null, node.Name, length, least);
        }
    }

    public override string ToString() => $"length {least}..{(greatest == int.MaxValue ? "*" : greatest)}";
}
