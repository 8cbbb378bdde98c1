using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Finds citations in the text and leads them to the references. Numbers that are part of names, doses or days are none.</summary>
internal static class CitationFinder
{
    private const int Context = 40;

    /// <summary>Finds them.</summary>
    public static (IReadOnlyList<FoundCitation> Found, IReadOnlyList<Unread> Unread) Find(Outline outline, IReadOnlyList<FoundReference> references, RuleBook rules, Func<bool> goOn)
    {
        var highest = references.Select(reference => reference.Number ?? 0).DefaultIfEmpty().Max();
        var (found, unread, sofar) = (new List<FoundCitation>(), new List<Unread>(), 0);
        foreach (var block in outline.Passages.Where(passage => !passage.Section.Is("references") && passage.Section.Role is not "people").TakeWhile(_ => goOn()).SelectMany(passage => Blocks(passage.Block)))
        {
            var raised = block.Marks.Where(mark => mark.Kind == MarkKind.Superscript && mark.End > mark.Start).ToList();
            foreach (var (text, start, end, rule) in Candidates(block, raised, highest, rules).OrderBy(candidate => candidate.Start))
            {
                if (found.Count > 0 && found[^1].Block == block && start < found[^1].At + 1)
                    continue;
                if (CitationNumbers.Read(text, highest, sofar) is { } numbers)
                {
                    sofar = Math.Max(sofar, numbers.Max());
                    found.Add(new FoundCitation(numbers, [.. numbers.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))], block.At(start, end), block.Text[Math.Max(0, start - Context)..start], block, start, rule.Id, highest == 0 ? Math.Min(rule.Confidence, 60) : rule.Confidence));
                }
                else if (rule.Confidence > 80 && highest > 0)
                {
                    unread.Add(Unread.Of(block.At(start, end), "citations/unreadable", "These seem to be citation numbers, but it can't be told which.", text));
                }
            }

            found.AddRange(AuthorYears(block, references, rules));
        }

        return (found, unread);
    }

    private static IEnumerable<Block> Blocks(Block block) => block.Kind == BlockKind.Row ? block.Cells.SelectMany(cell => cell).SelectMany(Blocks) : block.Kind == BlockKind.Heading ? [] : [block];

    private static IEnumerable<(string Text, int Start, int End, Rule Rule)> Candidates(Block block, List<Mark> raised, int highest, RuleBook rules)
    {
        var list = rules.List("citations");
        var sure = list[0];
        foreach (var mark in raised)
        {
            var text = block.Text[mark.Start..mark.End];
            if (text.All(c => char.IsDigit(c) || c is ',' or '-' or '–' or ' ' or '−') && text.Any(char.IsDigit) && !Excluded(block.Text, mark.Start, rules))
                yield return (text, mark.Start, mark.End, sure);
        }

        foreach (var rule in list)
        {
            foreach (Match match in rule.Form.Matches(block.Text))
            {
                var numbers = match.Groups["numbers"];
                if (raised.Any(mark => mark.Start < numbers.Index + numbers.Length && numbers.Index < mark.End) || Excluded(block.Text, numbers.Index, rules))
                    continue;
                // Without a list of references digits behind words are most likely something else.
                if (highest == 0 && !rule.Id.EndsWith("/brackets", StringComparison.Ordinal) && !rule.Id.EndsWith("/raised-digits", StringComparison.Ordinal))
                    continue;
                yield return (numbers.Value, numbers.Index, numbers.Index + numbers.Length, rule);
            }
        }
    }

    private static bool Excluded(string text, int at, RuleBook rules) => rules.Any("noCitations", text[Math.Max(0, at - 24)..at]);

    private static IEnumerable<FoundCitation> AuthorYears(Block block, IReadOnlyList<FoundReference> references, RuleBook rules)
    {
        if (references.Count == 0 || references.Any(reference => reference.Number is not null))
            yield break;
        foreach (var (rule, match) in rules.All("authorYears", block.Text))
        {
            var (name, year) = (match.Groups["authors"].Value.Split(' ', ',')[0], match.Groups["year"].Value);
            if (references.FirstOrDefault(reference => reference["year"] == year && reference.Authors.Count > 0 && reference.Authors[0].StartsWith(name, StringComparison.OrdinalIgnoreCase)) is { } cited)
                yield return new FoundCitation([], [cited.Label], block.At(match.Index, match.Index + match.Length), block.Text[Math.Max(0, match.Index - Context)..match.Index], block, match.Index, rule.Id, 80);
        }
    }
}
