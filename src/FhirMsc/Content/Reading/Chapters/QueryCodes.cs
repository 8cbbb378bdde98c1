using System.Text.RegularExpressions;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>Fills <c>{codes:id}</c> in queries with the codes of a value set, so that nobody has to keep a second list of them.</summary>
internal static partial class QueryCodes
{
    /// <summary>Ids of the value sets that a query names.</summary>
    public static IReadOnlyList<string> In(string query) => [.. Form().Matches(query).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The query with <c>system|code,system|code</c>; a value set that is not there is left as it stands.</summary>
    public static string Fill(string query, Terminology terminology) => Form().Replace(query, match =>
    {
        var set = terminology.ValueSets.FirstOrDefault(set => set.Id == match.Groups[1].Value);
        var codes = set?.Groups.Where(group => group.System is not null).SelectMany(group => group.Concepts, (group, concept) => $"{group.System}|{concept.Code}");
        return codes is null ? match.Value : string.Join(',', codes);
    });

    [GeneratedRegex(@"\{codes:([^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
