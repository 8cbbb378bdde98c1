namespace FhirMsc.Content.Import.Pages;

/// <summary>A heading, paragraph, list item or table row: text for people, with the way back to every character of the page.</summary>
internal sealed record Block
{
    /// <summary>What it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Level of a heading (1 to 6) or depth of a list item (from 1).</summary>
    public int Level { get; init; }

    /// <summary>Number of a numbered item, printed or by its position in the list.</summary>
    public int? Number { get; init; }

    /// <summary>The number of a numbered item when it has several parts, e.g. <c>10.2</c>.</summary>
    public string? Label { get; init; }

    /// <summary>The text with single blanks between words, without furniture.</summary>
    public required string Text { get; init; }

    /// <summary>For every character of <see cref="Text"/> its offset in the page.</summary>
    public required IReadOnlyList<int> Offsets { get; init; }

    /// <summary>Markup in the text.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Cells of a row, each with its blocks.</summary>
    public IReadOnlyList<IReadOnlyList<Block>> Cells { get; init; } = [];

    /// <summary>Cells of rows above that reach down into this row, by the index of their column; they are not among <see cref="Cells"/> a second time.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<Block>> Above { get; init; } = new Dictionary<int, IReadOnlyList<Block>>();

    /// <summary>Which table a row belongs to, counted from 1 in the page.</summary>
    public int Table { get; init; }

    /// <summary>Whether the row is the head of its table.</summary>
    public bool IsHead { get; init; }

    /// <summary>The whole block in the page.</summary>
    public Span Span => Kind == BlockKind.Row && Text.Length == 0
        ? new Span(Cells.SelectMany(cell => cell).Select(block => block.Span.Start).DefaultIfEmpty().Min(), Cells.SelectMany(cell => cell).Select(block => block.Span.End).DefaultIfEmpty().Max())
        : At(0, Text.Length);

    /// <summary>Where a stretch of the text stands in the page.</summary>
    public Span At(int start, int end) => Offsets.Count == 0 || end <= start
        ? new Span(Offsets.Count == 0 ? 0 : Offsets[Math.Min(start, Offsets.Count - 1)], Offsets.Count == 0 ? 0 : Offsets[Math.Min(start, Offsets.Count - 1)])
        : new Span(Offsets[start], Offsets[end - 1] + 1);

    /// <summary>Text of one cell of a row: its blocks, joined by blanks.</summary>
    public string CellText(int index) => index < Cells.Count ? string.Join(' ', Cells[index].Select(block => block.Text)) : string.Empty;

    /// <summary>The cell of a column, also where it reaches down from a row above.</summary>
    public IReadOnlyList<Block> Cell(int index) => Above.GetValueOrDefault(index) ?? (index < Cells.Count ? Cells[index] : []);

    /// <summary>The same block with a part of its text only.</summary>
    public Block Slice(int start, int end) => Without([(0, start), (end, Text.Length)]);

    /// <summary>The same block without some stretches of its text, which come in order and do not overlap. Blanks that meet become one.</summary>
    public Block Without(IReadOnlyList<(int Start, int End)> stretches)
    {
        var text = new System.Text.StringBuilder(Text.Length);
        var offsets = new List<int>(Text.Length);
        var at = new int[Text.Length + 1];
        var next = 0;
        for (var i = 0; i < Text.Length; i++)
        {
            while (next < stretches.Count && i >= stretches[next].End)
                next++;
            at[i] = text.Length;
            var dropped = next < stretches.Count && i >= stretches[next].Start;
            if (dropped || (Text[i] == ' ' && (text.Length == 0 || text[^1] == ' ')))
                continue;
            text.Append(Text[i]);
            offsets.Add(Offsets[i]);
        }

        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
            offsets.RemoveAt(offsets.Count - 1);
        }

        at[Text.Length] = text.Length;
        return this with
        {
            Text = text.ToString(),
            Offsets = offsets,
            Marks = [.. Marks.Select(mark => mark with { Start = Math.Min(at[mark.Start], text.Length), End = Math.Min(at[mark.End], text.Length) })
                .Where(mark => mark.End > mark.Start || mark.Target is not null)],
        };
    }
}
