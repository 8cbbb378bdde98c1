using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Tells the language of a page by its small words.</summary>
internal static partial class Languages
{
    private const int Least = 10;
    private static readonly string[] Known = ["English", "Spanish", "German", "French", "Italian", "Portuguese", "Dutch", "Polish"];

    /// <summary>The language if it is not English and the page is long enough to tell; otherwise <see langword="null"/>.</summary>
    public static string? Other(Outline outline, RuleBook rules)
    {
        var words = outline.Passages.Where(passage => !passage.Section.Is("references")).SelectMany(passage => Word().Matches(Outline.TextOf(passage.Block)).Select(match => match.Value.ToLowerInvariant())).Take(20_000).ToList();
        if (words.Count == 0)
            return null;
        if (words.Count(word => word[0] > '\u0370') * 2 > words.Count)
            return "another script";
        var counts = Known.Select(language => (Language: language, Count: Count(words, [.. rules.Words("language" + language)]))).OrderByDescending(entry => entry.Count).ToList();
        return counts[0].Language != "English" && counts[0].Count >= Least && counts[0].Count > 2 * counts.First(entry => entry.Language == "English").Count ? counts[0].Language : null;
    }

    private static int Count(List<string> words, HashSet<string> small) => words.Count(small.Contains);

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
