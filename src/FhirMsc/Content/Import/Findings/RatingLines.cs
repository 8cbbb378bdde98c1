using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Ratings that have a line of their own, before or behind what they rate. A line with a statement on one side only belongs to that one; between two
/// statements, the lines of the page that are not in doubt tell. No line rates two statements.
/// </summary>
internal sealed partial class RatingLines
{
    private const int Shortest = 25;

    private readonly IReadOnlyList<Passage> _passages;
    private readonly RatingMatch?[] _lines;
    private readonly RuleBook _rules;
    private readonly bool _ahead;
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
        var (ahead, behind) = (0, 0);
        for (var i = 0; i < _passages.Count; i++)
        {
            if (At(i) is null || At(i - 1) is not null)
                continue;
            var (before, after) = Around(i);
            (ahead, behind) = (ahead + (!before && after ? 1 : 0), behind + (before && !after ? 1 : 0));
        }

        (_ahead, _surely) = (ahead > behind, ahead > 1 && behind == 0);
    }

    /// <summary>The rating on a line of its own that belongs to the block of a passage.</summary>
    public (RatingMatch Rating, Block Block)? Beside(int index)
    {
        if ((At(index + 1) is null && At(index - 1) is null) || !IsStatement(index))
            return null;
        if (At(index + 1) is { } behind && !IsAhead(index + 1))
            return (At(index + 2) is { } half ? Whole(behind, half) : behind, _passages[index + 1].Block);
        if (At(index - 1) is not { } last || !IsAhead(index - 1) || !(_surely || AheadForm().IsMatch(_passages[index - 1].Block.Text)))
            return null;
        return (At(index - 2) is { } first ? Whole(first, last) : last, _passages[index - 1].Block);
    }

    private static RatingMatch Whole(RatingMatch first, RatingMatch second) =>
        first.Scheme == second.Scheme && first.Strength is null != second.Strength is null && first.Evidence is null != second.Evidence is null
            ? first with { Strength = first.Strength ?? second.Strength, Evidence = first.Evidence ?? second.Evidence, Printed = $"{first.Printed}, {second.Printed}" } : first;

    private bool IsAhead(int line)
    {
        var (before, after) = Around(line);
        return before == after ? _ahead : after;
    }

    /// <summary>Whether a statement stands before a line, or the lines with the halves of a rating, and whether one stands behind.</summary>
    private (bool Before, bool After) Around(int line)
    {
        var (first, last) = (line, line);
        while (At(first - 1) is not null)
            first--;
        while (At(last + 1) is not null)
            last++;
        return (IsStatement(first - 1), IsStatement(last + 1));
    }

    private RatingMatch? At(int index) => index >= 0 && index < _lines.Length ? _lines[index] : null;

    private bool IsStatement(int index) =>
        index >= 0 && index < _passages.Count && _passages[index].Block is { Kind: not (BlockKind.Row or BlockKind.Heading), Text.Length: >= Shortest } block && _lines[index] is null && Directions.In(block.Text, _rules) is not null;

    [GeneratedRegex(@"grade|recommendation|statement", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AheadForm();
}
