using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Pages;

/// <summary>
/// Reads plain text and Markdown into blocks: puts wrapped lines together again, also over page numbers and stamps, and tells headings, items
/// and table rows from paragraphs by the little that text keeps of them.
/// </summary>
internal sealed class TextPage
{
    private readonly List<Block> _blocks = [];
    private readonly List<Line> _lines;
    private readonly RuleBook _rules;
    private readonly bool _markdown;
    private readonly bool _wrapped;
    private readonly bool _blanks;
    private readonly bool _hashes;
    private readonly int _width;
    private readonly List<string> _depths = [];
    private int _tables;
    private int _lastRow = -2;

    private TextPage(List<Line> lines, bool markdown, RuleBook rules)
    {
        (_lines, _markdown, _rules) = (lines, markdown, rules);
        _hashes = markdown && lines.Count(line => TextForms.IsHeading(line.Text)) > 1;
        _blanks = lines.Count(line => line.After == Gap.Blank) * 3 > lines.Count;
        var lengths = lines.Select(line => line.Text.Length).Order().ToList();
        _width = lengths.Count == 0 ? 0 : lengths[(int)(lengths.Count * 0.9m)];
        var continued = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Count(i => lines[i - 1].IsOpen && lines[i].After != Gap.Blank && char.IsLower(lines[i].Text[0]) && !TextForms.IsItem(lines[i].Text));
        _wrapped = continued > 2 && _width is > 30 and < 160;
    }

    /// <summary>Reads a page.</summary>
    public static Page Read(Page page, RuleBook rules)
    {
        var (lines, furniture) = TextLines.Of(page.Text, rules);
        var text = new TextPage(lines, page.Format == PageFormat.Markdown, rules);
        text.Read();
        return page with { Blocks = text._blocks, Furniture = furniture };
    }

    private void Read()
    {
        for (var i = 0; i < _lines.Count;)
            i = Table(i) is var end && end > i ? end : Paragraph(i);
    }

    /// <summary>A row of cells between bars. Bars around a single cell, and the rule under a table's head, are only layout.</summary>
    private int Table(int at)
    {
        var line = _lines[at];
        if (!line.Text.Contains('|', StringComparison.Ordinal) || _rules.Any("noRow", line.Text))
            return at;
        if (TextForms.IsTableRule(line.Text))
        {
            if (_blocks.Count > 0 && _blocks[^1].Kind == BlockKind.Row && _lastRow == at - 1)
                _blocks[^1] = _blocks[^1] with { IsHead = true };
            _lastRow = at;
            return at + 1;
        }

        var cells = TextForms.Cells(line.Text).ToList();
        var filled = cells.Where(cell => cell.Length > 0).ToList();
        if (filled.Count < 2)
        {
            // A cell that was printed over several lines ends with a lone bar; its table goes on.
            _lastRow = _lastRow == at - 1 ? at : _lastRow;
            if (filled.Count == 1)
                Add([line with { Start = line.Start + filled[0].Start, Text = line.Text.Substring(filled[0].Start, filled[0].Length) }]);
            return at + 1;
        }

        // A cell that announces the list on the next lines goes on there, and its row is not over.
        if (TextForms.Announces(line.Text) && at + 1 < _lines.Count && TextForms.IsItem(_lines[at + 1].Text))
        {
            for (var i = 0; i < filled.Count; i++)
                Add([line with { Start = line.Start + filled[i].Start, Text = line.Text.Substring(filled[i].Start, filled[i].Length) }], heading: i == 0);
            return at + 1;
        }

        // One line with a bar in it, alone among others, is no table.
        if (line.Text[0] != '|' && line.Text[^1] != '|' && _lastRow != at - 1 && !(at + 1 < _lines.Count && _lines[at + 1].Text.Contains('|', StringComparison.Ordinal)))
            return at;
        if (_lastRow < at - 1)
            _tables++;
        _lastRow = at;
        _depths.Clear();
        _blocks.Add(new Block { Kind = BlockKind.Row, Text = string.Empty, Offsets = [], Table = _tables, Cells = [.. cells.Select(cell => Cell(line, cell))] });
        return at + 1;
    }

    private IReadOnlyList<Block> Cell(Line line, (int Start, int Length) cell)
    {
        if (cell.Length == 0)
            return [];
        var text = new BlockText();
        TextMarkup.Add(text, line.Text.Substring(cell.Start, cell.Length), line.Start + cell.Start, _markdown);
        var block = text.Build(BlockKind.Paragraph);
        return block.Text.Length == 0 ? [] : [Markers.Take(block)];
    }

    private int Paragraph(int at)
    {
        var lines = new List<Line> { _lines[at] };
        var next = at + 1;
        if (next < _lines.Count && (Markers.IsBullet(lines[0].Text) || (TextForms.IsLoneNumber(lines[0].Text) && _lines[next].After == Gap.None && char.IsUpper(_lines[next].Text[0]) && !TextForms.IsItem(_lines[next].Text))))
            lines.Add(_lines[next++]);
        while (next < _lines.Count && Goes(lines[^1], _lines[next], lines))
            lines.Add(_lines[next++]);
        var glued = _rules.Earliest("gluedHeading", lines[0].Text);
        if (lines.Count == 1 && glued is { } found && next < _lines.Count && (_lines[next].Text.StartsWith("- ", StringComparison.Ordinal) || _lastRow == at - 1))
        {
            var cut = found.Match.Groups["heading"].Length;
            Add([lines[0] with { Text = lines[0].Text[..cut] }], heading: true);
            Add([lines[0] with { Start = lines[0].Start + cut, Text = lines[0].Text[cut..] }]);
        }
        else
        {
            Add(lines);
        }

        return next;
    }

    /// <summary>Whether a line goes on with the sentence of the line before.</summary>
    private bool Goes(Line line, Line next, List<Line> so)
    {
        // A range of pages that a line's end cut: "399–" / "404. doi" is no item 404.
        if (next.After == Gap.None && ((CutRange(line.Text) && char.IsDigit(next.Text[0])) || TextForms.CutAddress(line.Text, next.Text)))
            return true;
        if (TextForms.IsItem(next.Text) || _rules.Any("lineLabels", next.Text) || next.Text.Contains('|', StringComparison.Ordinal) || (_markdown && TextForms.IsHeading(next.Text)) || (_markdown && TextForms.IsHeading(line.Text)))
            return false;
        var lower = char.IsLower(next.Text[0]) || next.Text[0] is ',' or ')' or ';' || _rules.Any("lineGoes", next.Text);
        if (next.After == Gap.Blank)
            return line.IsOpen && lower && (_wrapped || line.Text.Length > 60) && !TextForms.IsHeading(line.Text);
        if (next.After == Gap.Furniture && !_wrapped)
            return line.IsOpen && line.Text.Length > 40 && (lower || line.Text[^1] is ',' or '-' or '–');
        if (!_wrapped)
            return line.IsOpen && lower && line.Text.Length > 40;
        // Wrapped text: a full line goes on; a short one ends its paragraph unless the sentence plainly goes on.
        var full = line.Text.Length + next.Text.AsSpan().IndexOf(' ') + 1 >= _width * 0.85 || (next.Text.AsSpan().IndexOf(' ') < 0 && line.Text.Length + next.Text.Length >= _width * 0.85);
        if (so.Count == 1 && !TextForms.IsItem(line.Text) && !full && char.IsUpper(next.Text[0]))
            return false;
        return line.IsOpen ? lower || full || char.IsDigit(next.Text[0]) : full && !_rules.Any("headings", next.Text);
    }

    private void Add(List<Line> lines, bool heading = false)
    {
        var text = new BlockText();
        for (var i = 0; i < lines.Count; i++)
        {
            TextMarkup.Add(text, lines[i].Text, lines[i].Start, _markdown);
            // A hyphen at the end of a line can belong to the word or not: "anti-" / "depressants". It is kept, and no blank is put in.
            if (i + 1 < lines.Count && !(lines[i].Text.Length > 1 && lines[i].Text[^1] == '-' && char.IsLetter(lines[i].Text[^2]) && char.IsLower(lines[i + 1].Text[0])) && !(CutRange(lines[i].Text) && char.IsDigit(lines[i + 1].Text[0])) && !TextForms.CutAddress(lines[i].Text, lines[i + 1].Text))
                text.Add('\n', lines[i].Start + lines[i].Text.Length);
        }

        var level = TextForms.HeadingLevel(lines[0].Text, _markdown);
        var block = text.Build(BlockKind.Paragraph);
        if (block.Text.Length == 0)
            return;
        if (level > 0)
            block = block with { Kind = BlockKind.Heading, Level = level };
        else if (heading || BoldHeading(lines) || (!TextForms.IsItem(lines[0].Text) && !_hashes && TextForms.LooksLikeHeading(block.Text, Blank(lines[0]), _blanks, _rules)))
            block = block with { Kind = BlockKind.Heading, Level = _hashes ? 6 : 2 };
        else
            block = Markers.Take(block) is { Kind: BlockKind.Item } item ? item with { Level = Depth(lines[0]) } : block;
        if (block.Kind != BlockKind.Item)
            _depths.Clear();
        _blocks.Add(block.Kind == BlockKind.Heading ? TextForms.Once(block) : block);
    }

    private static bool CutRange(string line) => line.Length > 1 && line[^1] is '-' or '–' && char.IsDigit(line[^2]);

    /// <summary>A line of Markdown that is bold as a whole, and no sentence, is a heading wherever it stands.</summary>
    private bool BoldHeading(List<Line> lines) =>
        _markdown && lines is [{ Text: ['*', '*', _, .., '*', '*'] and var bold }] && bold.IndexOf("**", 2, StringComparison.Ordinal) == bold.Length - 2 && _rules.Any("boldHeadings", bold[2..^2]);

    private bool Blank(Line line) => line.After != Gap.None || _blocks.Count == 0;

    /// <summary>Depth of an item: a bullet of another kind or indent than those before it opens a level, one seen before goes back to it.</summary>
    private int Depth(Line line)
    {
        var key = char.IsAsciiLetterLower(line.Text.TrimStart('(')[0]) ? $"letter{line.Indent / 2}"
            : char.IsAsciiDigit(line.Text[0]) || line.Text[0] is '[' or '(' ? $"number{line.Indent / 2}" : $"{line.Text[0]}{line.Indent / 2}";
        var known = _depths.IndexOf(key);
        if (known >= 0)
            _depths.RemoveRange(known + 1, _depths.Count - known - 1);
        else
            _depths.Add(key);
        return _depths.Count;
    }
}
