using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Pages;

/// <summary>
/// Reads HTML into blocks. The parser is given no loader and no script engine: nothing is fetched, nothing is run. Navigation, forms, drawings
/// and what is hidden from readers is furniture; tables, lists, raised numbers and link targets keep their meaning.
/// </summary>
internal sealed class HtmlPage
{
    private const int Deepest = 250;

    private readonly List<Block> _blocks = [];
    private readonly List<Unread> _unread = [];
    private readonly HtmlCharacters _characters;
    private readonly HashSet<string> _furniture;
    private readonly HashSet<string> _furnitureRoles;
    private readonly HashSet<string> _furnitureClasses;
    private readonly HashSet<string> _structure;
    private readonly RuleBook _rules;
    private List<Block> _into;
    private BlockText _text = new();
    private BlockKind _kind = BlockKind.Paragraph;
    private int _level;
    private int? _number;
    private int _lists;
    private int _tables;
    private int _bold;
    private Dictionary<int, (int Rows, IReadOnlyList<Block> Blocks)> _reaching = [];
    private bool _plain;
    private bool _broken;

    private HtmlPage(string source, RuleBook rules)
    {
        _rules = rules;
        _into = _blocks;
        _characters = HtmlCharacters.Scan(source);
        _furniture = [.. rules.Words("furnitureElements")];
        _furnitureRoles = [.. rules.Words("furnitureRoles")];
        _furnitureClasses = [.. rules.Words("furnitureClasses")];
        _structure = [.. rules.Words("blockElements")];
    }

    /// <summary>Reads a page.</summary>
    /// <returns>The blocks, the document's own title, and what was not read.</returns>
    public static (IReadOnlyList<Block> Blocks, string? HeadTitle, IReadOnlyList<Unread> Unread) Read(string source, RuleBook rules)
    {
        var deep = HtmlCharacters.TooDeep(source);
        if (deep >= 0)
            source = source[..deep];
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(source);
        var page = new HtmlPage(source, rules);
        if (deep >= 0)
            page._unread.Add(Unread.Of(new Span(deep, deep), "page/nesting", "The markup is nested too deeply. Nothing after this place was read.", string.Empty));
        page.Children(document.DocumentElement, 0, hidden: false);
        page.Flush();
        return (page._blocks, string.IsNullOrWhiteSpace(document.Title) ? null : document.Title.Trim(), page._unread);
    }

    private void Children(IElement parent, int depth, bool hidden)
    {
        if (depth > Deepest)
        {
            _unread.Add(Unread.Of(default, "page/nesting", "The markup is nested too deeply to be read here.", parent.LocalName));
            return;
        }

        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                Add(text.Data, hidden);
            else if (node is IElement child)
                Element(child, depth, hidden);
        }
    }

    /// <summary>Text that is hidden is laid along the source all the same, or the offsets of all that follows would be wrong.</summary>
    private void Add(string data, bool hidden)
    {
        // Behind a line break a bullet begins an item of its own, whatever the line before ends with.
        if (!hidden && _broken && _kind == BlockKind.Paragraph && !_text.IsEmpty && Markers.Begins(data.AsSpan().TrimStart()))
            Flush();
        var i = 0;
        foreach (var offset in _characters.Next(data))
        {
            if (!hidden)
                _text.Add(data[i], offset);
            i++;
        }

        _broken &= string.IsNullOrWhiteSpace(data);
        _plain |= !hidden && _bold == 0 && !string.IsNullOrWhiteSpace(data);
    }

    private void Element(IElement element, int depth, bool hidden)
    {
        var name = element.LocalName;
        if (name is "script" or "style" or "textarea" or "title" or "xmp" or "iframe" or "noembed" or "noframes" or "template")
            return;
        hidden |= IsFurniture(element, name);
        if (hidden)
        {
            Children(element, depth + 1, hidden: true);
            return;
        }

        switch (name)
        {
            case "br":
                Break();
                break;
            case "table" when IsGrid(element):
                Flush();
                Table(element, depth);
                break;
            case "ul" or "ol" or "menu":
                Flush();
                _lists++;
                List(element, depth);
                _lists--;
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Block(element, depth, BlockKind.Heading, name[1] - '0');
                break;
            case "dt":
                Block(element, depth, BlockKind.Heading, 6);
                break;
            case "sup" or "sub" or "i" or "em" or "a":
                Inline(element, name, depth);
                break;
            case "b" or "strong":
                _bold++;
                Children(element, depth + 1, hidden: false);
                _bold--;
                break;
            case var _ when _structure.Contains(name):
                Flush();
                Children(element, depth + 1, hidden: false);
                Flush();
                break;
            default:
                Children(element, depth + 1, hidden: false);
                break;
        }
    }

    private bool IsFurniture(IElement element, string name) =>
        _furniture.Contains(name)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("role") is { } role && _furnitureRoles.Contains(role))
        || (element.GetAttribute("style") is { } style && style.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
        || element.ClassList.Any(_furnitureClasses.Contains);

    private void Inline(IElement element, string name, int depth)
    {
        var start = _text.Next();
        Children(element, depth + 1, hidden: false);
        var kind = name switch { "sup" => MarkKind.Superscript, "sub" => MarkKind.Subscript, "a" => MarkKind.Link, _ => MarkKind.Emphasis };
        if (kind != MarkKind.Link || element.HasAttribute("href"))
            _text.Mark(kind, start, kind == MarkKind.Link ? element.GetAttribute("href") : null, default);
    }

    /// <summary>A line break ends a paragraph after a full stop or a second break; otherwise it only parts words.</summary>
    private void Break()
    {
        if (_kind == BlockKind.Paragraph && (_broken || _text.Last is '.' or ':' or '!' or '?'))
            Flush();
        _text.Add('\n', 0);
        _broken = true;
    }

    private void Block(IElement element, int depth, BlockKind kind, int level)
    {
        Flush();
        (_kind, _level) = (kind, level);
        Children(element, depth + 1, hidden: false);
        Flush();
    }

    private void List(IElement list, int depth)
    {
        var number = list.LocalName == "ol" && int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        foreach (var node in list.ChildNodes)
        {
            if (node is not IElement item)
            {
                Add(node.TextContent, hidden: true);
            }
            else if (item.LocalName == "li")
            {
                Flush();
                number = int.TryParse(item.GetAttribute("value"), out var value) ? value : number;
                (_kind, _level, _number) = (BlockKind.Item, _lists, list.LocalName == "ol" ? number++ : null);
                var (lists, wasItem) = (_lists, _into.Count);
                if (IsFurniture(item, "li"))
                    Children(item, depth + 1, hidden: true);
                else
                    Children(item, depth + 1, hidden: false);
                Flush();
                _lists = lists;
                if (_into.Count == wasItem)
                    (_kind, _number) = (BlockKind.Paragraph, null);
            }
            else
            {
                Element(item, depth + 1, hidden: false);
            }
        }
    }

    /// <summary>Layout tables, whose rows never hold more than one cell with text, are read as if there was no table.</summary>
    private static bool IsGrid(IElement table) =>
        table.QuerySelectorAll("tr").Any(row => row.Children.Count(cell => cell.LocalName is "td" or "th" && !string.IsNullOrWhiteSpace(cell.TextContent)) > 1);

    private void Table(IElement table, int depth)
    {
        var (number, reaching) = (++_tables, _reaching);
        _reaching = [];
        foreach (var part in table.ChildNodes)
        {
            if (part is not IElement element)
                Add(part.TextContent, hidden: true);
            else if (element.LocalName == "caption")
                Block(element, depth, BlockKind.Paragraph, 0);
            else
                Rows(element, depth, number);
        }

        _reaching = reaching;
    }

    private void Rows(IElement part, int depth, int table)
    {
        if (part.LocalName == "tr")
        {
            Row(part, depth, table);
            return;
        }

        foreach (var node in part.ChildNodes)
        {
            if (node is IElement { LocalName: "tr" } row)
                Row(row, depth, table);
            else
                Add(node.TextContent, hidden: true);
        }
    }

    private void Row(IElement row, int depth, int table)
    {
        var (cells, above) = (new List<IReadOnlyList<Block>>(), new Dictionary<int, IReadOnlyList<Block>>());
        var head = row.ParentElement?.LocalName == "thead" || (row.Children.Length > 0 && row.Children.All(cell => cell.LocalName == "th"));
        foreach (var node in row.ChildNodes)
        {
            if (node is not IElement { LocalName: "td" or "th" } cell)
            {
                Add(node.TextContent, hidden: true);
                continue;
            }

            Reach(cells, above);
            var (outer, lists) = (_into, _lists);
            _into = [];
            _lists = 0;
            Children(cell, depth + 3, hidden: false);
            Flush();
            var down = cell is IHtmlTableCellElement { RowSpan: > 1 and var rows } ? Math.Min(rows, 1000) : 1;
            if (down > 1)
                _reaching[cells.Count] = (down - 1, _into);
            cells.Add(_into);
            (_into, _lists) = (outer, lists);
            for (var i = 1; i < Math.Min(cell is IHtmlTableCellElement { ColumnSpan: var span } ? span : 1, 20); i++)
                cells.Add([]);
        }

        Reach(cells, above);
        if (cells.Any(cell => cell.Count > 0))
            _into.Add(new Block { Kind = BlockKind.Row, Text = string.Empty, Offsets = [], Cells = cells, Above = above, Table = table, IsHead = head });
    }

    /// <summary>Leaves the columns free that a cell of a row above reaches down into.</summary>
    private void Reach(List<IReadOnlyList<Block>> cells, Dictionary<int, IReadOnlyList<Block>> above)
    {
        while (_reaching.TryGetValue(cells.Count, out var cell) && !above.ContainsKey(cells.Count))
        {
            above[cells.Count] = cell.Blocks;
            if (cell.Rows > 1)
                _reaching[cells.Count] = (cell.Rows - 1, cell.Blocks);
            else
                _reaching.Remove(cells.Count);
            cells.Add([]);
        }
    }

    /// <summary>A bold link to another place of the page is an entry of its contents, no heading.</summary>
    private static bool IsJump(Block block) => block.Marks.Any(mark => mark is { Kind: MarkKind.Link, Target: ['#', _, ..] } && mark.End - mark.Start > block.Text.Length - 3);

    private void Flush()
    {
        var (text, kind, level, number, bold) = (_text, _kind, _level, _number, !_plain);
        (_text, _plain) = (new BlockText(), false);
        if (text.IsEmpty)
            return;
        (_kind, _level, _number) = (BlockKind.Paragraph, 0, null);
        var block = text.Build(kind) with { Level = kind == BlockKind.Paragraph && _lists > 0 ? _lists : level, Number = number };
        if (kind == BlockKind.Paragraph && _lists == 0 && ReferenceEquals(_into, _blocks) && !IsJump(block) && ((bold && _rules.Any("boldHeadings", block.Text)) || _rules.Any("bareHeadings", block.Text.TrimEnd(':'))))
            block = block with { Kind = BlockKind.Heading, Level = 6 };
        _into.Add(Markers.Take(block));
    }
}
