using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Rows of tables whose heads name a column of recommendations and columns of ratings.</summary>
internal sealed class RecommendationTables(Outline outline, Ratings ratings, RuleBook rules)
{
    private readonly HashSet<int> _below = [];
    private readonly Dictionary<int, IReadOnlyList<string?>> _columns = [];
    private readonly Dictionary<int, Block> _heads = [];
    private readonly Dictionary<int, IReadOnlyList<string>> _names = [];

    /// <summary>Whether a row is the head of its table.</summary>
    public bool IsHead(Passage passage) => _heads.GetValueOrDefault(passage.Block.Table) == passage.Block;

    /// <summary>What the head of a column says of all that stands below it, such as "Preferred Therapy": which way what is rated there points.</summary>
    /// <param name="passage">A row.</param>
    /// <param name="column">Index of the column; where its head is empty, the other heads tell if they all say the same.</param>
    public Rule? Points(Passage passage, int column)
    {
        if (_heads.GetValueOrDefault(passage.Block.Table) is not { } head || head == passage.Block)
            return null;
        if (rules.First("columnDirections", Heading(head, column)) is { } own)
            return own;
        var others = Enumerable.Range(0, head.Cells.Count).Select(i => rules.First("columnDirections", head.CellText(i))).Where(rule => rule is not null).ToList();
        return head.CellText(column).Length == 0 && others.Select(rule => rule!.Is).Distinct(StringComparer.Ordinal).Count() == 1 ? others[0] : null;
    }

    /// <summary>The recommendation of a row: the words of its column with the rating from the others, and what the row is about.</summary>
    /// <returns><see langword="null"/> for rows of other tables, heads, and rows without words in that column.</returns>
    public IReadOnlyList<(RatedPart Part, string? Heading)>? Row(Passage passage)
    {
        var block = passage.Block;
        if (_below.Contains(passage.Index))
            return [];
        if (Upright(passage) is { } upright)
            return [upright];
        if (!_columns.TryGetValue(block.Table, out var columns))
        {
            columns = Columns(block);
            if (columns.Any(column => column is not null) || block.IsHead)
                (_columns[block.Table], _heads[block.Table], _names[block.Table]) = (columns, block, Names(block));
            return null;
        }

        // A head of two rows: the second names what stands below a wide cell of the first.
        if (block.IsHead && block != _heads[block.Table])
        {
            var below = Columns(block);
            _names[block.Table] = Names(block);
            _columns[block.Table] = [.. Enumerable.Range(0, Math.Max(columns.Count, below.Count)).Select(i => below.ElementAtOrDefault(i) ?? columns.ElementAtOrDefault(i) ?? Over(i))];
            return null;

            // The name of a wide cell holds for all columns below it.
            string? Over(int i) => i > 0 && columns.ElementAtOrDefault(i - 1) == "rating" && _heads[block.Table].CellText(i).Length == 0 && block.CellText(i).Length > 0 && block.CellText(i - 1).Length > 0 ? "rating" : null;
        }

        if (block == _heads[block.Table] || columns.Contains("others") || !columns.Contains("recommendation") || !columns.Any(column => column is "rating" or "strength" or "evidence"))
            return null;
        var text = Index(columns, "recommendation");
        if (text >= block.Cells.Count || block.Cells[text].Count == 0 || block.CellText(text).Length < 12 || ratings.In(block.CellText(text)).Any(rating => rating.Rates))
            return null;
        var words = block.Cells[text].Count == 1 ? block.Cells[text][0] : Join(block.Cells[text]);
        var population = Index(columns, "population");
        var heading = population >= 0 && block.Cell(population) is [_, ..] whom ? string.Join(' ', whom.Select(cell => cell.Text)) : null;
        // A grade for each group of people, in a column for each: the same words, rated more than once.
        if (Enumerable.Range(0, Math.Min(columns.Count, block.Cells.Count)).Where(i => columns[i] == "rating").Select(i => (Column: i, Rating: Rating(block, columns, i))).Where(one => one.Rating is not null).ToList() is [var first, _, ..] several
            && several.All(one => one.Rating!.Value.Rating.Strength is null == first.Rating!.Value.Rating.Strength is null))
            return [.. several.Select(one => (Part(words, one.Rating!.Value), (string?)_names[block.Table].ElementAtOrDefault(one.Column) ?? heading))];
        // Half of a rating is none: what its other half says is not known.
        var lost = Enumerable.Range(0, Math.Min(columns.Count, block.Cells.Count)).Any(i => columns[i] is "strength" or "evidence" && Words(block, i) is [_, ..] text && !rules.Any("noRating", text) && ratings.Cell(text, columns[i]) is null);
        return !lost && Rating(block, columns, null) is { } rating ? [(Part(words, rating), heading)] : null;
    }

    /// <summary>A table on its side: "Recommendation | …", and below it "Strength | Weak".</summary>
    private (RatedPart Part, string? Heading)? Upright(Passage passage)
    {
        if (Kind(passage) != "recommendation" || passage.Block.Cells[1] is not [_, ..] cells || Words(passage.Block, 1).Length < 12)
            return null;
        (RatingMatch Rating, Block Block)? found = null;
        var last = passage.Index;
        for (var i = passage.Index + 1; i < outline.Passages.Count && outline.Passages[i] is var below && below.Block.Table == passage.Block.Table && Kind(below) is "rating" or "strength" or "evidence"; last = i++)
        {
            if (ratings.Cell(Words(below.Block, 1), Kind(below) == "rating" ? null : Kind(below)) is not { } one)
                return null;
            var axis = Kind(below) switch { "strength" => one with { Evidence = null }, "evidence" => one with { Strength = null }, _ => one };
            found = found is not { } first ? (axis, below.Block.Cells[1][0]) : (first.Rating with { Strength = first.Rating.Strength ?? axis.Strength, Evidence = first.Rating.Evidence ?? axis.Evidence, Printed = $"{first.Rating.Printed}, {axis.Printed}" }, first.Block);
        }

        if (found is not { } rating)
            return null;
        _below.UnionWith(Enumerable.Range(passage.Index + 1, last - passage.Index));
        return (Part(cells.Count == 1 ? cells[0] : Join(cells), rating), null);
    }

    /// <summary>What the first of two cells says that the second is.</summary>
    private string? Kind(Passage passage) =>
        passage.Block is { Kind: BlockKind.Row, IsHead: false, Cells: [_, [_, ..]] } row && row.CellText(0).TrimEnd(':', ' ') is { Length: > 2 and < 60 } name ? rules.First("columns", name)?.Is : null;

    private static string Words(Block row, int column) => string.Join(' ', row.Cell(column).Select(one => one.Text));

    private static RatedPart Part(Block words, (RatingMatch Rating, Block Block) rating) =>
        new() { Block = words, Start = 0, End = words.Text.Length, SentenceStart = 0, SentenceEnd = words.Text.Length, Rating = rating.Rating, RatingBlock = rating.Block };

    private (RatingMatch Rating, Block Block)? Rating(Block row, IReadOnlyList<string?> columns, int? only)
    {
        (RatingMatch Rating, Block Block)? found = null;
        for (var i = 0; i < Math.Min(columns.Count, row.Cells.Count); i++)
        {
            if ((only ?? i) != i || columns[i] is not ("rating" or "strength" or "evidence") || row.Cell(i) is not [var cell, ..] cells || ratings.Cell(string.Join(' ', cells.Select(one => one.Text)), columns[i] == "rating" ? null : columns[i]) is not { } rating)
                continue;
            var axis = columns[i] switch { "strength" => rating with { Evidence = null }, "evidence" => rating with { Strength = null }, _ => rating };
            found = found is not { } first ? (axis, cell)
                : first.Rating.Scheme == axis.Scheme || axis.Scheme.IsLabelled ? (first.Rating with { Strength = first.Rating.Strength ?? axis.Strength, Evidence = first.Rating.Evidence ?? axis.Evidence, Printed = $"{first.Rating.Printed}, {axis.Printed}" }, first.Block)
                : first;
        }

        return found;
    }

    private List<string?> Columns(Block head)
    {
        var columns = new List<string?>();
        for (var i = 0; i < head.Cells.Count; i++)
        {
            var text = Heading(head, i);
            columns.Add(text.Length is 0 or > 60 ? null : rules.First("columns", text)?.Is);
        }

        return columns.Count(column => column is not null) > 1 || head.IsHead ? columns : [];
    }

    private static IReadOnlyList<string> Names(Block head) => [.. Enumerable.Range(0, head.Cells.Count).Select(i => Heading(head, i))];

    /// <summary>The head of a column without the raised signs of its footnotes.</summary>
    private static string Heading(Block head, int column) => column >= head.Cells.Count ? string.Empty : string.Join(' ', head.Cells[column].Select(block =>
        block.Without([.. block.Marks.Where(mark => mark.Kind == MarkKind.Superscript && mark.Start > 0).OrderBy(mark => mark.Start).Select(mark => (mark.Start, mark.End))]).Text));

    private static int Index(IReadOnlyList<string?> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] == name)
                return i;
        }

        return -1;
    }

    private static Block Join(IReadOnlyList<Block> blocks)
    {
        var (text, offsets) = (new System.Text.StringBuilder(), new List<int>());
        foreach (var block in blocks)
        {
            if (text.Length > 0)
            {
                text.Append(' ');
                offsets.Add(offsets[^1]);
            }

            text.Append(block.Text);
            offsets.AddRange(block.Offsets);
        }

        return new Block { Kind = BlockKind.Paragraph, Text = text.ToString(), Offsets = offsets };
    }
}
