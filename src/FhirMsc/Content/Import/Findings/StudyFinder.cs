using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Finds studies: a paragraph that names a design and ends with one citation is about the cited study. A paragraph behind it without a design or a
/// citation of its own goes on about it; figures of it belong to the study with less confidence.
/// </summary>
internal sealed class StudyFinder(RuleBook rules)
{
    /// <summary>Finds them.</summary>
    public IReadOnlyList<FoundStudy> Find(Outline outline, IReadOnlyList<FoundCitation> citations, IReadOnlyList<FoundCount> counts, IReadOnlyList<FoundStatistic> statistics, Func<bool> goOn)
    {
        var found = new List<FoundStudy>();
        var (citing, counted, estimated) = (By(citations, citation => citation.Block), By(counts, count => count.Block), By(statistics, statistic => statistic.Block));
        foreach (var passage in outline.Passages.TakeWhile(_ => goOn()))
        {
            if (passage.Block.Kind is not (BlockKind.Paragraph or BlockKind.Item) || passage.Section.Is("references") || passage.Section.Role is "people" or "method" or "front" or "recommendations")
                continue;
            var block = passage.Block;
            var cited = citing[block].ToList();
            var design = Design(block);
            if (design is not null && cited.SelectMany(citation => citation.Labels).Distinct().ToList() is [var label])
                found.Add(Of(passage, label, design.Value, counted[block], estimated[block]));
            else if (design is null && cited.Count == 0 && found.Count > 0 && found[^1].Section == passage.Section && outline.Passages[passage.Index - 1].Block.Span.End <= block.Span.Start && GoesOn(found[^1], outline, passage))
                found[^1] = found[^1] with
                {
                    Counts = [.. found[^1].Counts, .. counted[block].Select(count => count with { Confidence = Math.Min(count.Confidence, 70) })],
                    Statistics = [.. found[^1].Statistics, .. estimated[block].Select(statistic => statistic with { Confidence = Math.Min(statistic.Confidence, 70) })],
                    Span = new Span(found[^1].Span.Start, block.Span.End),
                };
        }

        return found;
    }

    /// <summary>What stands in a block, without a search through the page for each.</summary>
    private static ILookup<Block, T> By<T>(IReadOnlyList<T> found, Func<T, Block> block) => found.ToLookup(block, ReferenceEqualityComparer.Instance as IEqualityComparer<Block>);

    private static bool GoesOn(FoundStudy study, Outline outline, Passage passage) => outline.Passages[passage.Index - 1].Block.Span.End == study.Span.End;

    private (Rule Rule, int At, int Length, (int Start, int End) Sentence)? Design(Block block)
    {
        foreach (var rule in rules.List("designs"))
        {
            if (rule.Form.Match(block.Text) is { Success: true } match)
                return (rule, match.Index, match.Length, Sentences.Around(block.Text, match.Index, rules));
        }

        return null;
    }

    private FoundStudy Of(Passage passage, string label, (Rule Rule, int At, int Length, (int Start, int End) Sentence) design, IEnumerable<FoundCount> counts, IEnumerable<FoundStatistic> statistics)
    {
        var block = passage.Block;
        var sentence = block.Text[design.Sentence.Start..design.Sentence.End];
        return new FoundStudy
        {
            Reference = label,
            Text = new Sourced<string>(sentence, block.At(design.Sentence.Start, design.Sentence.End), design.Rule.Id, design.Rule.Confidence),
            Design = new Sourced<string>(design.Rule.Is, block.At(design.At, design.At + design.Length), design.Rule.Id, design.Rule.Confidence),
            StudyType = design.Rule.Note,
            Masking = rules.Earliest("masking", block.Text) is { } masking ? new Sourced<string>(masking.Rule.Is, block.At(masking.Match.Index, masking.Match.Index + masking.Match.Length), masking.Rule.Id, masking.Rule.Confidence) : null,
            Enrolled = Enrolled(block),
            Arms = [.. Arms(block)],
            Counts = [.. counts],
            Statistics = [.. statistics],
            Section = passage.Section,
            Span = block.Span,
        };
    }

    private Sourced<int>? Enrolled(Block block)
    {
        foreach (var (start, end) in Sentences.Of(block.Text, rules))
        {
            if (rules.Earliest("enrolled", block.Text[start..end]) is { } found && Numbers.Whole(found.Match.Groups["n"].Value) is { } number)
                return new Sourced<int>(number, block.At(start + found.Match.Index, start + found.Match.Index + found.Match.Length), found.Rule.Id, 80);
        }

        return null;
    }

    private IEnumerable<(Sourced<int> Count, string Arm)> Arms(Block block)
    {
        foreach (var (start, end) in Sentences.Of(block.Text, rules))
        {
            foreach (var (rule, match) in rules.All("arms", block.Text[start..end]))
            {
                if (Numbers.Whole(match.Groups["n"].Value) is { } number)
                    yield return (new Sourced<int>(number, block.At(start + match.Index, start + match.Index + match.Length), rule.Id, 80), match.Groups["arm"].Value);
            }
        }
    }
}
