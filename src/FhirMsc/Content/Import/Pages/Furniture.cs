using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Pages;

/// <summary>Takes page furniture out of blocks: banners, link symbols read aloud, stamps and addresses of a printout inside sentences.</summary>
internal static class Furniture
{
    /// <summary>The page without it; the spans say what was left out.</summary>
    public static Page Remove(Page page, RuleBook rules)
    {
        var (blocks, spans) = (new List<Block>(), new List<Span>(page.Furniture));
        foreach (var block in page.Blocks)
            Add(block, blocks, spans, rules);
        return page with { Blocks = blocks, Furniture = [.. spans.Order(Comparer<Span>.Create((a, b) => a.Start.CompareTo(b.Start)))] };
    }

    private static void Add(Block block, List<Block> blocks, List<Span> spans, RuleBook rules)
    {
        if (block.Kind == BlockKind.Row)
        {
            blocks.Add(block with { Cells = [.. block.Cells.Select(cell => Cell(cell, spans, rules))] });
        }
        else if (rules.Any("furniture", block.Text))
        {
            spans.Add(block.Span);
        }
        else
        {
            var found = rules.All("furnitureInside", block.Text).Select(inside => inside.Match.Groups["cut"] is { Success: true } cut ? (cut.Index, cut.Index + cut.Length) : (inside.Match.Index, inside.Match.Index + inside.Match.Length)).ToList();
            spans.AddRange(found.Select(cut => block.At(cut.Item1, cut.Item2)));
            var rest = found.Count == 0 ? block : block.Without(found);
            if (rest.Text.Length > 0 || rest.Marks.Count > 0)
                blocks.Add(rest);
        }
    }

    private static List<Block> Cell(IReadOnlyList<Block> cell, List<Span> spans, RuleBook rules)
    {
        // A figure that fills a cell is its value, such as class 1 of a recommendation; on a line of its own it is a page number.
        if (cell is [{ Kind: not BlockKind.Row } value] && value.Text.All(char.IsDigit))
            return [value];
        var kept = new List<Block>();
        foreach (var block in cell)
            Add(block, kept, spans, rules);
        return kept;
    }
}
