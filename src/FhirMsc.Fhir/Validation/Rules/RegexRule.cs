using System.Text.RegularExpressions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>
/// The extension <c>regex</c> on a type: the whole text of a primitive must match. Only a profile's is looked at: the forms of the primitive types
/// themselves are code, see <see cref="PrimitiveForm"/>.
/// </summary>
internal sealed class RegexRule(string pattern, string? profile, string id) : IElementRule
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(500);

    private Regex? regex;

    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        if (source.Profile is not null && source.Types is [{ Regex: { } pattern }] && !source.IsKnown(known => known.Types is [{ Regex: { } same }] && same == pattern))
        {
            yield return new RegexRule(pattern, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        if (node.Text is not { } text)
        {
            return;
        }

        try
        {
            regex ??= new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, LongestMatch);
            if (!regex.IsMatch(text))
            {
                run.Sink.Report(ProfileIssues.Regex, Severity.Error, node, profile, id, null, node.Name, pattern);
            }
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException)
        {
            run.Sink.Report(ProfileIssues.RegexUntold, ProfileIssues.RegexUntold.Severity, node, profile, id, null, node.Name, pattern);
        }
    }

    public override string ToString() => $"regex {pattern}";
}
