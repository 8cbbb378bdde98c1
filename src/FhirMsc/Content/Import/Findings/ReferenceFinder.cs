using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Finds the list of references: the section of that name, or a numbered list whose items look like references. Items that a page broke are
/// put together again; numbers that are missing, twice, or out of order are listed as not read.
/// </summary>
internal sealed partial class ReferenceFinder(RuleBook rules)
{
    private readonly ReferenceParser _parser = new(rules);
    private readonly List<Unread> _unread = [];

    /// <summary>Finds them.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="goOn">Whether there is time left; what was found up to there is kept.</param>
    public (IReadOnlyList<FoundReference> Found, IReadOnlyList<Unread> Unread) Find(Outline outline, Func<bool> goOn)
    {
        var lists = Lists(outline).ToList();
        var found = new List<FoundReference>();
        foreach (var items in lists)
            found.AddRange(items.TakeWhile(_ => goOn()).Select(item => _parser.Parse(item)).Where(reference => reference is not null)!);
        Check(found);
        return (found, _unread);
    }

    private IEnumerable<List<ReferenceText>> Lists(Outline outline)
    {
        var named = outline.Sections.Where(section => section.Is("references")).ToList();
        if (named.Count > 0)
        {
            var passages = outline.Passages.Where(passage => passage.Section.Is("references") && passage.Block.Kind is BlockKind.Item or BlockKind.Paragraph).Where(passage => passage.Section.Is("references")).ToList();
            yield return Items([.. passages.SelectMany(Several)]);
            yield break;
        }

        // The heading was glued to the list: "References1. Foo A …".
        if (outline.Passages.FirstOrDefault(passage => passage.Block.Kind == BlockKind.Paragraph && Glued().IsMatch(passage.Block.Text)) is { } glued)
        {
            yield return Items([.. outline.Passages.Skip(glued.Index).Select(passage => passage == glued ? glued with { Block = glued.Block.Slice(Glued().Match(glued.Block.Text).Length, glued.Block.Text.Length) } : passage).SelectMany(Several)]);
            yield break;
        }

        // The heading was lost: a list of at least three numbered items that have a year and an address, a volume or an identifier.
        var run = new List<Passage>();
        foreach (var passage in outline.Passages.Append(null))
        {
            if (passage is { Block: { Kind: BlockKind.Item, Number: { } number } block } && number == run.Count + 1 && LooksLikeReference(block))
            {
                run.Add(passage);
                continue;
            }

            if (run.Count > 2)
                yield return Items(run);
            run = passage is { Block: { Kind: BlockKind.Item, Number: 1 } first } && LooksLikeReference(first) ? [passage] : [];
        }
    }

    private bool LooksLikeReference(Block block) =>
        Year().IsMatch(block.Text) && (rules.Any("referenceParts", block.Text) || Source().IsMatch(block.Text) || block.Marks.Any(mark => mark.Target is { } target && rules.Any("referenceParts", target)));

    /// <summary>References that were run into one paragraph, by their numbers: the next one begins behind a year, with the next number and a capital.</summary>
    private static IEnumerable<Passage> Several(Passage passage)
    {
        var block = passage.Block;
        var opening = Opening().Match(block.Text);
        // "2 Brown D", "¹Smith A": the number stands without a stop, or raised.
        var raised = block.Marks.FirstOrDefault(mark => mark.Kind == MarkKind.Superscript && mark is { Start: 0, End: > 0 and < 4 } && block.Text.AsSpan(0, mark.End).IndexOfAnyExceptInRange('0', '9') < 0);
        if (block.Number is null && !opening.Success && raised is null)
            return [passage];
        var number = block.Number ?? int.Parse(raised is null ? opening.Groups["number"].Value : block.Text[..raised.End], System.Globalization.CultureInfo.InvariantCulture);
        var (start, at, items) = (block.Number is not null ? 0 : raised?.End ?? opening.Length, 0, new List<Passage>());
        foreach (Match next in Next().Matches(block.Text))
        {
            if (next.Groups["number"].Value != (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) || next.Index <= start || !Year().IsMatch(block.Text[start..next.Index]))
                continue;
            items.Add(Item(start, next.Index, number++));
            (start, at) = (next.Index + next.Length, at + 1);
        }

        if (at == 0)
            return block.Number is null && Year().IsMatch(block.Text) ? [Item(start, block.Text.Length, number)] : [passage];
        return [.. items, Item(start, block.Text.Length, number)];

        Passage Item(int from, int to, int count) => passage with { Block = block.Slice(from, to) with { Kind = BlockKind.Item, Level = 1, Number = count } };
    }

    /// <summary>Joins the blocks that belong to one item, and stops where the list ends.</summary>
    private List<ReferenceText> Items(List<Passage> passages)
    {
        var items = new List<ReferenceText>();
        var numbered = passages.Count(passage => passage.Block.Number is not null) > 1;
        var listed = passages.Any(passage => passage.Block.Kind == BlockKind.Item);
        foreach (var passage in passages)
        {
            var block = passage.Block;
            var last = items.Count > 0 ? items[^1] : null;
            if (block.Text.Length < 4 && block.Marks.Count == 0)
                continue;
            if (block.Kind == BlockKind.Paragraph && last is not null && rules.Any("referenceEnds", block.Text))
                break;
            if (numbered ? block.Number is { } number && (last is null || number > (last.Number ?? 0)) : listed ? block.Kind == BlockKind.Item : Starts(block, last))
            {
                items.Add(new ReferenceText { Number = block.Number, Blocks = [block] });
            }
            else if (last is not null && IsRest(last, block))
            {
                last.Blocks.Add(block);
            }
            else if (last is not null)
            {
                // Behind the last item comes something else: footnotes, boxes, the foot of the page.
                if ((numbered || listed) && !(last.Number is { } so && passages.SkipWhile(other => other != passage).Any(other => other.Block.Number == so + 1 && LooksLikeReference(other.Block))))
                    break;
            }
        }

        if (listed && !numbered && !ByName(items))
            Count(items);
        return items;
    }

    /// <summary>A numbered list whose numbers were lost on the way here still has its order; a list in the order of its authors never had numbers.</summary>
    private static bool ByName(List<ReferenceText> items) =>
        items.Count > 3 && items.Zip(items.Skip(1)).All(pair => string.Compare(pair.First.Text, pair.Second.Text, StringComparison.OrdinalIgnoreCase) <= 0);

    private void Count(List<ReferenceText> items)
    {
        for (var i = 0; i < items.Count; i++)
            items[i].Number = i + 1;
        if (items.Count > 0)
            _unread.Add(Unread.Of(items[0].At(0, items[0].Text.Length), "references/no-numbers", "The list is printed without numbers; its references are numbered in their order.", items[0].Text));
    }

    private static bool Starts(Block block, ReferenceText? last) => Year().IsMatch(block.Text) && char.IsUpper(block.Text[0]) && (last is null || block.Text.Length > 30);

    /// <summary>The rest of an item that a page break cut: the item is not finished, or this begins in lower case or with an identifier.</summary>
    private bool IsRest(ReferenceText item, Block block) =>
        block.Number is null && block.Text.Length > 0 && block.Text.Length < 600
        && (char.IsLower(block.Text[0]) || (item.Text.EndsWith('/') && Lone().IsMatch(block.Text)) || !Finished().IsMatch(Bare(item)) || (rules.Earliest("referenceParts", block.Text) is { } part && part.Match.Index < 12) || (Year().IsMatch(block.Text) && !Year().IsMatch(item.Text)));

    /// <summary>The text without the names of the links behind it.</summary>
    private string Bare(ReferenceText item)
    {
        var text = item.Text;
        foreach (var (_, match) in rules.All("referenceNoise", text).Where(noise => !noise.Match.Value.StartsWith("Available", StringComparison.OrdinalIgnoreCase)).Reverse())
            text = match.Index + match.Length >= text.TrimEnd().Length ? text[..match.Index].TrimEnd() : text;
        return text;
    }

    private void Check(List<FoundReference> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            if (found[i].Number is { } number && found[i - 1].Number is { } before && number > before + 1)
                _unread.Add(Unread.Of(found[i - 1].Span, "references/gap", $"Between references {before} and {number} the list has a gap.", found[i - 1].Printed));
        }

        foreach (var kind in new[] { "pmid", "doi" })
        {
            foreach (var same in found.Where(reference => reference[kind] is not null).GroupBy(reference => reference[kind]!, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            {
                foreach (var reference in same)
                    _unread.Add(Unread.Of(reference.Parts[kind].Span, $"references/same-{kind}", $"References {string.Join(" and ", same.Select(other => other.Label))} have one and the same {kind.ToUpperInvariant()}. It is kept as printed; at most one of them is right unless they are the same paper.", reference.Printed));
            }
        }

        if (found is [.., var last] && !last.Parts.Any(part => part.Key is "year" or "pmid" or "doi" or "url") && found.Count > 1)
            _unread.Add(Unread.Of(last.Span, "references/cut-off", "The last reference seems to be cut off.", last.Printed));
    }

    [GeneratedRegex(@"^\d{4,9}/?\.?(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Lone();

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:references?|bibliography|literature cited) ?(?=[(\[]?1[.)\]] ?\p{Lu}[\p{L}’'-]+ )", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Glued();

    [GeneratedRegex(@"^[(\[]?(?<number>\d{1,3})(?:[.)\]] ?| )(?=[\p{Lu}])", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<=[.\d/)\]\p{Ll}] |[.)\]/\p{Ll}])[(\[]?(?<number>\d{1,3})[.)\]] ?(?=[""“‘\[]?\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"\d{4};|https?://|\(\d+\):|: ?\d+[-–]\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"(\.|/|\]|\)|\d)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Finished();
}
