using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Settles statements that the page prints more than once: the same words with the same rating and direction are one recommendation. A statement
/// that says more or less than another stays one of its own, except in a summary that only repeats.
/// </summary>
internal static partial class Repetitions
{
    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "of", "for", "to", "in", "on", "and", "or", "with", "that", "this", "these", "is", "are", "be", "by", "as", "at", "it", "its", "their",
        "panel", "covid-19", "treatment", "guidelines", "guideline", "uspstf", "cdc", "acip", "task", "force", "us", "preventive", "services", "committee", "we",
        "recommend", "recommends", "recommended", "recommending", "suggest", "suggests", "therefore", "thus", "however", "currently", "present", "also", "using", "use", "should", "grade", "recommendation", "statement",
        "continues", "who", "clinicians", "based", "these", "there",
    };

    /// <summary>Every statement once, in page order; where it stands again is kept with it.</summary>
    public static IReadOnlyList<FoundRecommendation> Settle(IEnumerable<FoundRecommendation> found, Outline outline, RuleBook rules)
    {
        var shorts = Abbreviations(outline);
        var kept = new List<(FoundRecommendation Found, HashSet<string> Words, string Plain)>();
        var repeating = rules.Words("repeatingRoles");
        foreach (var next in found)
        {
            var words = WordsOf(next.Quotation, shorts);
            var plain = Plain(next.Quotation);
            var same = kept.FindIndex(old => old.Plain == plain || (Alike(old.Found, next) && (old.Words.SetEquals(words) || (Repeats(old.Found, next, repeating) && Within(old.Words, words)) || (Explains(next, rules) && (Core(next.Quotation, shorts) is { Count: > 0 } core && (core.IsSubsetOf(old.Words) || Core(old.Found.Quotation, shorts).IsSubsetOf(words)))))));
            if (same < 0)
            {
                kept.Add((next, words, plain));
                continue;
            }

            var old = kept[same];
            // The fuller statement stays; a summary or table row gives way to the sentence it repeats.
            var better = repeating.Contains(old.Found.Section.Role) && !repeating.Contains(next.Section.Role) ? next : old.Found;
            var other = ReferenceEquals(better, next) ? old.Found : next;
            var also = old.Found.AlsoAt as List<Pages.Span> ?? [];
            also.Add(other.Span);
            kept[same] = (better with { AlsoAt = also }, old.Words, old.Plain);
        }

        return [.. Summed(kept, repeating).Select(entry => entry.Found)];
    }

    /// <summary>
    /// In a summary at the end, a statement with the rating and direction of one that stands in full elsewhere is that one in short, whatever words it takes;
    /// of several it is the one with most words in common.
    /// </summary>
    private static List<(FoundRecommendation Found, HashSet<string> Words, string Plain)> Summed(List<(FoundRecommendation Found, HashSet<string> Words, string Plain)> kept, IReadOnlyList<string> repeating)
    {
        foreach (var brief in kept.Where(entry => entry.Found.Rating is { Scheme.RatesStatements: true } && repeating.Contains(entry.Found.Section.Role)).ToList())
        {
            var full = kept.Where(entry => !repeating.Contains(entry.Found.Section.Role) && Alike(entry.Found, brief.Found)).OrderByDescending(entry => Stems(entry.Words).Count(Stems(brief.Words).Contains)).FirstOrDefault();
            if (full.Found is null || !Stems(full.Words).Overlaps(Stems(brief.Words)))
                continue;
            kept.Remove(brief);
            kept[kept.FindIndex(entry => entry.Found == full.Found)] = full with { Found = full.Found with { AlsoAt = [.. full.Found.AlsoAt, brief.Found.Span] } };
        }

        return kept;

        static HashSet<string> Stems(HashSet<string> words) => words.Where(word => char.IsLetter(word[0])).Select(word => word[..Math.Min(word.Length, 5)]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The words without the reasons in front of them and without what stands in brackets.</summary>
    private static HashSet<string> Core(string text, IReadOnlyList<(string Long, string Short)> shorts) => WordsOf(Brackets().Replace(Reasons().Replace(text, string.Empty), " "), shorts);

    /// <summary>Whether a statement stands where the page tells why it recommends: there it says it again.</summary>
    private static bool Explains(FoundRecommendation found, RuleBook rules) => rules.Words("explainingRoles").Any(found.Section.Is) || rules.Any("restatements", found.Own);

    private static bool Alike(FoundRecommendation a, FoundRecommendation b) =>
        a.Rating?.Strength == b.Rating?.Strength && a.Rating?.Evidence == b.Rating?.Evidence && a.Direction?.Value == b.Direction?.Value;

    private static bool Repeats(FoundRecommendation a, FoundRecommendation b, IReadOnlyList<string> roles) =>
        a.Section.Index != b.Section.Index && (a.Kind == "table" || b.Kind == "table" || roles.Any(role => a.Section.Is(role) || b.Section.Is(role)));

    /// <summary>Whether nearly all words of the shorter are in the longer.</summary>
    private static bool Within(HashSet<string> a, HashSet<string> b)
    {
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return few.Count > 1 && few.Count(many.Contains) * 100 >= few.Count * 75;
    }

    private static string Plain(string text) => string.Join(' ', Word().Matches(text).Select(match => match.Value.ToUpperInvariant()));

    private static HashSet<string> WordsOf(string text, IReadOnlyList<(string Long, string Short)> shorts)
    {
        foreach (var (full, brief) in shorts)
            text = text.Replace($"{full} ({brief})", brief, StringComparison.OrdinalIgnoreCase).Replace(full, brief, StringComparison.OrdinalIgnoreCase);
        return Word().Matches(text).Select(match => match.Value.ToUpperInvariant()).Where(word => !Small.Contains(word) && word.Length > 1).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>"Long form (SHORT)" anywhere on the page, where the long form begins with the letters of the short one.</summary>
    private static List<(string Long, string Short)> Abbreviations(Outline outline)
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

        return [.. found.OrderByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];
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

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(?:Because|Given|Since|As|Due|Based|On|In|Despite|Although|For|Therefore|Thus|After|Considering)\b.{2,400}?, (?=the |we |it )", RegexOptions.CultureInvariant)]
    private static partial Regex Reasons();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<long>(?:[\p{L}-]+ ){0,6}[\p{L}-]+) \((?<short>[A-Z]{2,7})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Defined();
}
