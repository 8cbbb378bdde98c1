using System.Globalization;
using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Finds counts and percentages of people. The whole is given only where the page prints it: beside the count, at the head of the sentence,
/// or as the size of a group in the sentences before whose quotient gives the printed percentage.
/// </summary>
internal sealed class CountFinder(RuleBook rules)
{
    private readonly List<FoundCount> _found = [];

    /// <summary>Finds them.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="goOn">Whether there is time left; what was found up to there is kept.</param>
    public IReadOnlyList<FoundCount> Find(Outline outline, Func<bool> goOn)
    {
        foreach (var passage in outline.Passages.Where(passage => !passage.Section.Is("references") && passage.Section.Role is not "people" && passage.Block.Kind is BlockKind.Paragraph or BlockKind.Item).Where(passage => !passage.Section.Is("references")).TakeWhile(_ => goOn()))
            Look(passage.Block, passage.Section);
        return _found;
    }

    private void Look(Block block, PageSection section)
    {
        var groups = new List<(int Size, string Arm)>();
        foreach (var (start, end) in Sentences.Of(block.Text, rules))
        {
            var sentence = block.Text[start..end];
            var wholes = rules.All("wholes", sentence);
            var taken = new List<(int Start, int End)>();
            foreach (var (rule, match) in rules.All("counts", sentence))
            {
                if (rules.Any("noCounts", sentence[Math.Max(0, match.Index - 40)..match.Index]) && !match.Groups["of"].Success)
                    continue;
                taken.Add((match.Index, match.Index + match.Length));
                Add(block, section, start, end, rule, match, groups, rule.Id.EndsWith("/n-outcome", StringComparison.Ordinal) ? Whole(match.Index) : null, Whole(match.Index));
            }

            foreach (var (rule, match) in wholes.Count == 0 ? [] : rules.All("lonePercents", sentence).Where(lone => Whole(lone.Match.Index) is not null && !taken.Any(t => lone.Match.Index < t.End && t.Start < lone.Match.Index + lone.Match.Length)))
                Add(block, section, start, end, rule, match, groups, Whole(match.Index), null);
            groups.AddRange(from arm in rules.All("arms", sentence) let size = Numbers.Whole(arm.Match.Groups["n"].Value) where size is not null select (size.Value, arm.Match.Groups["arm"].Value));

            // The whole that was named last counts: "Of 40 adults, 20% died, and of 30 children, 10% died."
            int? Whole(int at) => wholes.LastOrDefault(head => head.Match.Index + head.Match.Length <= at) is { Match: { } match } ? Numbers.Whole(match.Groups["of"].Value) : null;
        }
    }

    private void Add(Block block, PageSection section, int start, int end, Rule rule, Match match, List<(int Size, string Arm)> groups, int? whole, int? named)
    {
        var all = match.Groups["all"] is { Success: true } every ? Numbers.Whole(every.Value) : null;
        var count = all ?? (match.Groups["n"] is { Success: true } n ? Numbers.Whole(n.Value) : null);
        var percent = match.Groups["percent"] is { Success: true } share ? share.Value : null;
        var of = all ?? (match.Groups["of"] is { Success: true } total ? Numbers.Whole(total.Value) : whole);
        if (of < count)
            return;
        of ??= count is { } some && percent is not null ? Fits(some, percent, named is { } size ? [.. groups, (size, string.Empty)] : groups) : match.Groups["group"] is { Success: true } group ? Named(group.Value, groups) : null;
        of = of < count ? null : of;
        _found.Add(new FoundCount
        {
            Count = count,
            Of = of,
            Percent = percent,
            Span = block.At(start + match.Index, start + match.Index + match.Length),
            Snippet = match.Value.Trim(),
            Sentence = block.Text[start..end],
            SentenceSpan = block.At(start, end),
            Section = section,
            Block = block,
            At = start + match.Index,
            Rule = rule.Id,
            Confidence = rule.Confidence,
        });
    }

    /// <summary>The one group size before for which the count is the printed percentage.</summary>
    private static int? Fits(int count, string percent, List<(int Size, string Arm)> groups)
    {
        var digits = percent.Contains('.', StringComparison.Ordinal) ? percent.Length - percent.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var printed = decimal.Parse(percent, CultureInfo.InvariantCulture);
        var fitting = groups.Select(group => group.Size).Distinct().Where(size => size > 0 && Math.Abs((100m * count / size) - printed) <= (digits == 0 ? 0.5m : 0.05m)).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>The one group before whose treatment shares at least three words with the words here.</summary>
    private static int? Named(string words, List<(int Size, string Arm)> groups)
    {
        var wanted = words.ToLowerInvariant().Split(' ').ToHashSet(StringComparer.Ordinal);
        var named = groups.Where(group => group.Arm.ToLowerInvariant().Split(' ', ',', '.').Distinct().Count(wanted.Contains) > 2).ToList();
        return named.Count == 1 ? named[0].Size : null;
    }
}
