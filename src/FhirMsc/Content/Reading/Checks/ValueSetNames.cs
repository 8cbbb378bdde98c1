using System.Text.RegularExpressions;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Finds the value sets that an expression names as <c>{vs:id}</c>.</summary>
internal static partial class ValueSetNames
{
    /// <summary>Their ids, each once.</summary>
    public static IEnumerable<string> In(string expression) => Form().Matches(expression).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\{vs:([^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
