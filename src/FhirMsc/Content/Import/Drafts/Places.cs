using FhirMsc.Content.Import.Findings;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Source;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>Places as the content counts them: section and sentence, or item where a section is a list.</summary>
internal sealed class Places
{
    private readonly Dictionary<PageSection, string> _ids;
    private readonly Dictionary<Block, (PageSection Section, int First)> _blocks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PageSection, SectionUnit> _units = [];
    private readonly Dictionary<Block, int[]> _ends = new(ReferenceEqualityComparer.Instance);
    private readonly Rules.RuleBook _rules;
    private readonly Page _page;
    private readonly int[] _filled;
    private Block[]? _order;
    private int[]? _starts;

    /// <summary>Counts a page.</summary>
    public Places(Outline outline, Page page, Rules.RuleBook rules)
    {
        _page = page;
        _filled = page.Format == PageFormat.Text ? Filled(page.Text) : [];
        _rules = rules;
        _ids = Identify(outline.Sections);
        foreach (var group in outline.Passages.Where(passage => passage.Block.Kind != BlockKind.Heading || passage.Section.Index == 0).GroupBy(passage => passage.Section.Index))
        {
            var section = outline.Sections[group.Key];
            var items = section.Title is null || group.All(passage => passage.Block.Kind is BlockKind.Item or BlockKind.Row);
            _units[section] = items ? SectionUnit.Items : SectionUnit.Sentences;
            var next = 1;
            foreach (var passage in group)
            {
                Remember(passage.Block, section, next);
                next += items ? 1 : Math.Max(1, Sentences.Of(Outline.TextOf(passage.Block), rules).Count);
            }
        }
    }

    /// <summary>Id of a section.</summary>
    public string Id(PageSection section) => _ids.TryGetValue(section, out var id) ? id : _ids.First(pair => pair.Key.Index == section.Index).Value;

    /// <summary>What places in a section count.</summary>
    public SectionUnit Unit(PageSection section) => _units.GetValueOrDefault(section);

    /// <summary>The place of a character of a block.</summary>
    public string At(Block block, int character)
    {
        if (!_blocks.TryGetValue(block, out var counted))
            return _ids.Values.First();
        if (counted.Section.Index == 0 && _page.Format == PageFormat.Text)
            return new Place(Id(counted.Section), Lines(block.Span.Start), null).ToString();
        var sentences = _units[counted.Section] == SectionUnit.Items || block.Kind == BlockKind.Row ? 0 : Before(block, character);
        return new Place(Id(counted.Section), counted.First + sentences, counted.First + sentences).ToString();
    }

    /// <summary>The place of a stretch of the page.</summary>
    public string At(Span span)
    {
        _order ??= [.. _blocks.Keys.Where(block => block.Text.Length > 0).OrderBy(block => block.Span.Start)];
        _starts ??= [.. _order.Select(block => block.Span.Start)];
        var index = Array.BinarySearch(_starts, span.Start);
        index = index >= 0 ? index : ~index - 1;
        if (index < 0)
            return _ids.Values.First();
        var block = _order[index];
        var (low, high) = (0, Math.Max(0, block.Text.Length - 1));
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = block.Offsets[middle] < span.Start ? (middle + 1, high) : (low, middle);
        }

        return At(block, low);
    }

    /// <summary>How many sentences of a block end before a character.</summary>
    private int Before(Block block, int character)
    {
        if (!_ends.TryGetValue(block, out var ends))
            _ends[block] = ends = [.. Sentences.Of(block.Text, _rules).Select(sentence => sentence.End)];
        return Array.BinarySearch(ends, character) is var index && index >= 0 ? index + 1 : ~index;
    }

    /// <summary>Lines of text up to a character: the front matter of a text is counted with its banners.</summary>
    private int Lines(int offset) => Array.BinarySearch(_filled, offset) is var index && index >= 0 ? index + 1 : Math.Max(1, ~index);

    /// <summary>Where the lines begin that are not empty.</summary>
    private static int[] Filled(string text)
    {
        var starts = new List<int>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            if (!text.AsSpan(at, end - at).IsWhiteSpace())
                starts.Add(at);
            at = end + 1;
        }

        return [.. starts];
    }

    private void Remember(Block block, PageSection section, int number)
    {
        _blocks[block] = (section, number);
        foreach (var inner in block.Cells.SelectMany(cell => cell))
            Remember(inner, section, number);
    }

    private static Dictionary<PageSection, string> Identify(IReadOnlyList<PageSection> sections)
    {
        var (ids, used, last) = (new Dictionary<PageSection, string>(), new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var section in sections)
        {
            var stem = section.Title is null ? "front" : Identifier.Of(section.Title, 40);
            var id = stem;
            while (!used.Add(id))
                id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{last[stem] = last.GetValueOrDefault(stem, 1) + 1}");
            ids[section] = id;
        }

        return ids;
    }
}
