using System.Text.RegularExpressions;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>Finds the variables that a FHIRPath expression reads: <c>%name</c>, outside of strings and comments.</summary>
internal static partial class FhirPathVariables
{
    /// <summary>Variables that FHIR and FHIRPath define themselves.</summary>
    private static readonly HashSet<string> Predefined = new(StringComparer.Ordinal) { "context", "resource", "rootResource", "ucum", "sct", "loinc" };

    /// <summary>The names, each once, in order of appearance, without those that FHIR defines.</summary>
    public static IReadOnlyList<string> In(string expression) =>
    [
        .. Token().Matches(expression)
            .Where(match => match.Groups["name"].Success)
            .Select(match => match.Groups["name"].Value)
            .Where(name => !Predefined.Contains(name))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Strings and comments are matched first, so that a per cent sign in them is none of ours.</summary>
    [GeneratedRegex(@"'(\\.|[^'\\])*'|//[^\n]*|/\*.*?\*/|%(`(?<name>[^`]+)`|(?<name>[A-Za-z_][A-Za-z0-9_]*))", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
