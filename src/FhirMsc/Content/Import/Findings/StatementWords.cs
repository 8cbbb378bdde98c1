using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Findings;

/// <summary>What a statement says without its small words, by which it is known again where the page prints it once more.</summary>
/// <param name="Found">The statement.</param>
/// <param name="Plain">All its words.</param>
/// <param name="Words">The telling ones.</param>
/// <param name="Core">Those of them that are neither in the reasons in front nor in brackets.</param>
internal sealed partial record StatementWords(FoundRecommendation Found, string Plain, HashSet<string> Words, HashSet<string> Core)
{
    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "of", "for", "to", "in", "on", "and", "or", "with", "that", "this", "these", "is", "are", "be", "by", "as", "at", "it", "its", "their",
        "panel", "covid-19", "treatment", "guidelines", "guideline", "uspstf", "cdc", "acip", "task", "force", "us", "preventive", "services", "committee", "we",
        "recommend", "recommends", "recommended", "recommending", "suggest", "suggests", "therefore", "thus", "however", "currently", "present", "also", "using", "use", "should", "grade", "recommendation", "statement",
        "continues", "who", "clinicians", "based", "these", "there",
    };

    /// <summary>Rating and direction: only statements that have the same can be one.</summary>
    public string Rated { get; } = string.Join('|', Found.Rating?.Strength, Found.Rating?.Evidence, Found.Direction?.Value);

    /// <summary>Rating, direction and telling words, for a look-up.</summary>
    public string Key => Rated + "|" + string.Join(' ', Words.Order(StringComparer.Ordinal));

    /// <summary>How the telling words begin, by which they are known in another form.</summary>
    public IReadOnlySet<string> Stems { get; } = Words.Where(word => char.IsLetter(word[0])).Select(word => word[..Math.Min(word.Length, 5)]).ToHashSet(StringComparer.Ordinal);

    /// <summary>The words of a statement.</summary>
    /// <param name="found">The statement.</param>
    /// <param name="shorts">The abbreviations of the page.</param>
    public static StatementWords Of(FoundRecommendation found, ILookup<string, (string Long, string Short)> shorts)
    {
        var text = found.Quotation;
        // Only long forms that begin with a word of the statement can stand in it; the longest go first.
        foreach (var (full, brief) in shorts.Count == 0 ? [] : Word().Matches(text).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(word => shorts[word]).OrderByDescending(pair => pair.Long.Length).ThenBy(pair => pair.Long, StringComparer.Ordinal).ToList())
            text = text.Replace($"{full} ({brief})", brief, StringComparison.OrdinalIgnoreCase).Replace(full, brief, StringComparison.OrdinalIgnoreCase);
        return new StatementWords(found, string.Join(' ', Word().Matches(found.Quotation).Select(match => match.Value.ToUpperInvariant())), Telling(text), Telling(Brackets().Replace(Reasons().Replace(text, string.Empty), " ")));
    }

    /// <summary>"Long form (SHORT)" anywhere on the page, where the long form begins with the letters of the short one; by the first word of the long form.</summary>
    public static ILookup<string, (string Long, string Short)> Abbreviations(Outline outline)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in outline.Passages.SelectMany(passage => Defined().Matches(passage.Block.Text)))
        {
            var (words, brief) = (match.Groups["long"].Value.Split(' '), match.Groups["short"].Value);
            for (var count = 1; count <= Math.Min(words.Length, brief.Length + 1); count++)
            {
                var part = words[^count..];
                if (part[0].Length > 0 && char.ToUpperInvariant(part[0][0]) == brief[0] && Letters(count == 1 ? part[0] : string.Concat(part.Select(word => word[..Math.Min(1, word.Length)])), brief))
                {
                    found.TryAdd(string.Join(' ', part), brief);
                    break;
                }
            }
        }

        return found.Where(pair => Word().IsMatch(pair.Key)).ToLookup(pair => Word().Match(pair.Key).Value, pair => (pair.Key, pair.Value), StringComparer.OrdinalIgnoreCase);
    }

    private static bool Letters(string text, string brief)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (at < brief.Length && char.ToUpperInvariant(c) == brief[at])
                at++;
        }

        return at == brief.Length;
    }

    private static HashSet<string> Telling(string text) =>
        Word().Matches(text).Select(match => match.Value.ToUpperInvariant()).Where(word => !Small.Contains(word) && word.Length > 1).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?:Because|Given|Since|As|Due|Based|On|In|Despite|Although|For|Therefore|Thus|After|Considering)\b.{2,400}?, (?=the |we |it )", RegexOptions.CultureInvariant)]
    private static partial Regex Reasons();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<long>(?:[\p{L}-]+ ){0,6}[\p{L}-]+) \((?<short>[A-Z]{2,7})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Defined();
}
