using System.Globalization;
using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Finds estimates with intervals. A measure named once holds for the values behind it in the sentence; an interval that breaks off is listed, not completed.</summary>
internal sealed class StatisticFinder(RuleBook rules)
{
    /// <summary>How far back, in characters before the sentence, a measure can have been named.</summary>
    private const int Recall = 1500;

    private readonly List<FoundStatistic> _found = [];
    private readonly List<Unread> _unread = [];

    /// <summary>Finds them.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="goOn">Whether there is time left; what was found up to there is kept.</param>
    public (IReadOnlyList<FoundStatistic> Found, IReadOnlyList<Unread> Unread) Find(Outline outline, Func<bool> goOn)
    {
        foreach (var passage in outline.Passages.Where(passage => !passage.Section.Is("references")).TakeWhile(_ => goOn()))
        {
            foreach (var block in Blocks(passage.Block))
                Look(block, passage.Section);
        }

        return (_found, _unread);
    }

    private static IEnumerable<Block> Blocks(Block block) => block.Kind == BlockKind.Row ? block.Cells.SelectMany(cell => cell).SelectMany(Blocks) : [block];

    private void Look(Block block, PageSection section)
    {
        if (!block.Text.Contains('I', StringComparison.Ordinal) && !block.Text.Contains("interval", StringComparison.OrdinalIgnoreCase))
            return;
        var taken = new List<(int Start, int End)>();
        IReadOnlyList<(int Start, int End)>? sentences = null;
        foreach (var (rule, match) in rules.All("estimates", block.Text))
        {
            taken.Add((match.Index, match.Index + match.Length));
            sentences ??= Sentences.Of(block.Text, rules);
            var sentence = Sentences.Around(sentences, match.Index, block.Text.Length);
            var before = block.Text[Math.Min(sentence.Start, match.Index)..match.Index];
            if (rules.Any("rangeBefore", before))
            {
                _unread.Add(Unread.Of(block.At(match.Index, match.Index + match.Length), "statistics/range", "The interval belongs to a range of estimates; no single value was taken.", match.Value));
                continue;
            }

            _found.Add(Of(block, section, rule, match, sentence, before));
        }

        foreach (var (rule, match) in rules.All("brokenEstimates", block.Text).Where(broken => !taken.Any(good => broken.Match.Index < good.End && good.Start < broken.Match.Index + broken.Match.Length)))
            _unread.Add(Unread.Of(block.At(match.Index, match.Index + match.Length), rule.Id, "An interval breaks off here.", match.Value));
    }

    private FoundStatistic Of(Block block, PageSection section, Rule rule, Match match, (int Start, int End) sentence, string before)
    {
        var measure = Measure(block, sentence.Start, before) ?? (Math.Max(0, sentence.Start - Recall) is var recall && sentence.Start > recall ? Measure(block, recall, block.Text[recall..sentence.Start], least: 70) : null);
        var (value, low, high) = (Numbers.Decimal(match.Groups["value"].Value), Numbers.Decimal(match.Groups["low"].Value), Numbers.Decimal(match.Groups["high"].Value));
        var (from, to) = Brackets(block.Text, match.Index, match.Index + match.Length);
        var p = rules.Earliest("pValues", block.Text[(match.Index + match.Length)..Math.Max(match.Index + match.Length, Math.Min(sentence.End, match.Index + match.Length + 40))]) is { } found ? found.Match.Groups["p"].Value : null;
        var span = block.At(match.Index, match.Index + match.Length);
        if (decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var v) && decimal.TryParse(low, NumberStyles.Number, CultureInfo.InvariantCulture, out var l) && decimal.TryParse(high, NumberStyles.Number, CultureInfo.InvariantCulture, out var h) && (v < Math.Min(l, h) || v > Math.Max(l, h)))
            _unread.Add(Unread.Of(span, "statistics/value-outside", "The value lies outside of its interval. Both are kept as printed.", match.Value));
        return new FoundStatistic
        {
            Measure = measure,
            Value = value,
            Low = low,
            High = high,
            Level = Numbers.Decimal(match.Groups["level"].Value),
            PValue = p,
            Span = span,
            Snippet = block.Text[from..to],
            Sentence = block.Text[sentence.Start..sentence.End],
            SentenceSpan = block.At(sentence.Start, sentence.End),
            Section = section,
            Block = block,
            Rule = rule.Id,
            Confidence = measure is null ? 60 : rule.Confidence,
        };
    }

    /// <summary>The measure named last before the value.</summary>
    private Sourced<string>? Measure(Block block, int start, string before, int least = 0)
    {
        var named = rules.All("measures", before);
        if (named.Count == 0)
            return null;
        var (rule, match) = named[^1];
        return new Sourced<string>(rule.Is, block.At(start + match.Index, start + match.Index + match.Length), rule.Id, least > 0 ? Math.Min(rule.Confidence, least) : rule.Confidence);
    }

    /// <summary>The brackets around an estimate, where they close.</summary>
    private static (int From, int To) Brackets(string text, int start, int end)
    {
        var open = text.LastIndexOf('(', start, Math.Min(start + 1, 60));
        var close = text.IndexOf(')', end, Math.Min(text.Length - end, 40));
        return open >= 0 && close >= 0 && text.IndexOf(')', open) >= end ? (open, close + 1) : (start, end);
    }
}
