using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Settles statements that the page prints more than once: the same words with the same rating and direction are one recommendation. A statement
/// that says more or less than another stays one of its own, except in a summary that only repeats and where the page gives its reasons.
/// </summary>
internal sealed class Repetitions
{
    private readonly List<StatementWords> _kept = [];
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byRating = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _repeating;
    private readonly RuleBook _rules;

    private Repetitions(RuleBook rules) => (_rules, _repeating) = (rules, rules.Words("repeatingRoles"));

    /// <summary>Every statement once, in page order; where it stands again is kept with it.</summary>
    /// <param name="found">All statements.</param>
    /// <param name="outline">The page.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="goOn">Whether there is time left; without, only statements with the same words are settled.</param>
    public static IReadOnlyList<FoundRecommendation> Settle(IEnumerable<FoundRecommendation> found, Outline outline, RuleBook rules, Func<bool> goOn)
    {
        var shorts = StatementWords.Abbreviations(outline);
        var repetitions = new Repetitions(rules);
        foreach (var next in found)
            repetitions.Add(StatementWords.Of(next, shorts), goOn);
        return [.. repetitions.Summed().Select(entry => entry.Found)];
    }

    private void Add(StatementWords next, Func<bool> goOn)
    {
        var same = _byText.TryGetValue(next.Plain, out var text) ? text : _byKey.TryGetValue(next.Key, out var key) ? key : goOn() ? Again(next) : -1;
        if (same < 0)
        {
            same = _kept.Count;
            _kept.Add(next);
            _byText.TryAdd(next.Plain, same);
            _byKey.TryAdd(next.Key, same);
            if (!_byRating.TryGetValue(next.Rated, out var alike))
                _byRating[next.Rated] = alike = [];
            alike.Add(same);
            return;
        }

        var old = _kept[same];
        // The fuller statement stays; a summary or table row gives way to the sentence it repeats.
        var better = Repeating(old.Found) && !Repeating(next.Found) ? next.Found : old.Found;
        var other = ReferenceEquals(better, next.Found) ? old.Found : next.Found;
        var also = old.Found.AlsoAt as List<Pages.Span> ?? [];
        also.Add(other.Span);
        _kept[same] = old with { Found = better with { AlsoAt = also } };
    }

    /// <summary>The statement that this one says in other words, in a summary, a table or behind its reasons; -1 if none.</summary>
    private int Again(StatementWords next)
    {
        if (!_byRating.TryGetValue(next.Rated, out var alike))
            return -1;
        var explains = next.Core.Count > 0 && (_rules.Words("explainingRoles").Any(next.Found.Section.Is) || _rules.Any("restatements", next.Found.Own));
        foreach (var index in alike)
        {
            var old = _kept[index];
            if ((Repeats(old.Found, next.Found) && Within(old.Words, next.Words)) || (explains && (next.Core.IsSubsetOf(old.Words) || old.Core.IsSubsetOf(next.Words))))
                return index;
        }

        return -1;
    }

    /// <summary>
    /// In a summary at the end, a statement with the rating and direction of one that stands in full elsewhere is that one in short, whatever words it takes;
    /// of several it is the one with most words in common.
    /// </summary>
    private List<StatementWords> Summed()
    {
        var (settled, gone) = (_kept.ToList(), new HashSet<int>());
        for (var i = 0; i < settled.Count; i++)
        {
            var brief = settled[i];
            if (brief.Found.Rating is not { Scheme.RatesStatements: true } || !Repeating(brief.Found))
                continue;
            var (full, common) = _byRating[brief.Rated].Where(index => !Repeating(settled[index].Found)).Select(index => (index, settled[index].Stems.Count(brief.Stems.Contains))).DefaultIfEmpty((-1, 0)).MaxBy(other => other.Item2);
            if (common == 0)
                continue;
            settled[full] = settled[full] with { Found = settled[full].Found with { AlsoAt = [.. settled[full].Found.AlsoAt, brief.Found.Span] } };
            gone.Add(i);
        }

        return [.. settled.Where((_, index) => !gone.Contains(index))];
    }

    private bool Repeating(FoundRecommendation found) => _repeating.Contains(found.Section.Role);

    private bool Repeats(FoundRecommendation a, FoundRecommendation b) =>
        a.Section.Index != b.Section.Index && (a.Kind == "table" || b.Kind == "table" || _repeating.Any(role => a.Section.Is(role) || b.Section.Is(role)));

    /// <summary>Whether nearly all words of the shorter are in the longer.</summary>
    private static bool Within(HashSet<string> a, HashSet<string> b)
    {
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return few.Count > 1 && few.Count(many.Contains) * 100 >= few.Count * 75;
    }
}
