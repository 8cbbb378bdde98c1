using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Ratings that have a line of their own, before or behind what they rate. Which of the two a page means is told by the lines at the edge of something: with
/// nothing but a heading before it a line rates what follows, with nothing but a heading behind it what stands before. No line rates two statements, and
/// where the edges contradict each other no line rates any.
/// </summary>
internal sealed partial class RatingLines
{
    private const int Shortest = 15;

    private readonly IReadOnlyList<Passage> _passages;
    private readonly RatingMatch?[] _lines;
    private readonly RuleBook _rules;
    private readonly bool? _ahead;
    private readonly bool _surely;

    /// <summary>Looks through a page.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="headings">Whether what looks like a heading can be such a line: text does not tell the two.</param>
    /// <param name="ratings">The schemes in use.</param>
    /// <param name="rules">The rules.</param>
    public RatingLines(Outline outline, bool headings, Ratings ratings, RuleBook rules)
    {
        (_passages, _rules) = (outline.Passages, rules);
        _lines = [.. _passages.Select(passage => passage.Block is { Kind: not BlockKind.Row, Text.Length: < 100 } block && (block.Kind != BlockKind.Heading || headings) && !rules.Any("groupLines", block.Text) && ratings.Cell(block.Text) is { Rates: true } rating ? rating : null)];
        var (ahead, behind, weakly) = (0, 0, 0);
        for (var i = 0; i < _lines.Length; i++)
        {
            if (At(i) is null || At(i - 1) is not null)
                continue;
            var (first, last) = Run(i);
            ahead += IsEdge(first - 1) && IsStatement(last + 1) ? 1 : 0;
            behind += IsStatement(first - 1) && IsEdge(last + 1) ? 1 : 0;
            weakly += IsStatement(first - 1) && !IsEdge(last + 1) && !IsStatement(last + 1) ? 1 : 0;
        }

        _ahead = ahead > 0 && ahead <= behind && behind < 2 * ahead ? null : ahead > behind && (ahead > 1 || weakly <= ahead);
        _surely = ahead > 1 && behind == 0;
    }

    /// <summary>The rating on a line of its own that belongs to the block of a passage.</summary>
    public (RatingMatch Rating, Block Block)? Beside(int index)
    {
        if ((At(index + 1) is null && At(index - 1) is null) || !IsStatement(index))
            return null;
        if (_ahead == false)
            return At(index + 1) is not { } behind ? null : (At(index + 2) is { } half ? Whole(behind, half) : behind, _passages[index + 1].Block);
        if (_ahead != true || At(index - 1) is not { } last || !(_surely || AheadForm().IsMatch(_passages[index - 1].Block.Text)))
            return null;
        return (At(index - 2) is { } first ? Whole(first, last) : last, _passages[index - 1].Block);
    }

    private static RatingMatch Whole(RatingMatch first, RatingMatch second) =>
        first.Scheme == second.Scheme && first.Strength is null != second.Strength is null && first.Evidence is null != second.Evidence is null
            ? first with { Strength = first.Strength ?? second.Strength, Evidence = first.Evidence ?? second.Evidence, Printed = $"{first.Printed}, {second.Printed}" } : first;

    /// <summary>A line with those beside it: the halves of a rating can have a line each.</summary>
    private (int First, int Last) Run(int line)
    {
        var last = line;
        while (At(last + 1) is not null)
            last++;
        return (line, last);
    }

    /// <summary>Whether a page, a section or a table begins or ends here.</summary>
    private bool IsEdge(int index) => index < 0 || index >= _lines.Length || (_lines[index] is null && _passages[index].Block.Kind is BlockKind.Heading or BlockKind.Row);

    private RatingMatch? At(int index) => index >= 0 && index < _lines.Length ? _lines[index] : null;

    private bool IsStatement(int index) =>
        index >= 0 && index < _passages.Count && _passages[index].Block is { Kind: not (BlockKind.Row or BlockKind.Heading), Text.Length: >= Shortest } block && _lines[index] is null && Directions.In(block.Text, _rules) is not null;

    [GeneratedRegex(@"grade|recommendation|statement", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AheadForm();
}
