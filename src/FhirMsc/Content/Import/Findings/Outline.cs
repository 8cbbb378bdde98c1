using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>The page as sections and passages.</summary>
/// <param name="Sections">In page order; the first is what stands before the first heading.</param>
/// <param name="Passages">All blocks in page order.</param>
internal sealed partial record Outline(IReadOnlyList<PageSection> Sections, IReadOnlyList<Passage> Passages)
{
    private static readonly string[] Inherited = ["others", "history", "legend", "faq", "navigation", "people", "references", "research", "method"];

    /// <summary>Cuts a page into sections.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="title">Where its title stands, which opens no section.</param>
    public static Outline Of(Page page, RuleBook rules, Span? title = null)
    {
        var sections = new List<PageSection> { new() { Role = "front", Index = 0 } };
        var passages = new List<Passage>();
        var (section, inSection) = (sections[0], 0);
        var references = 0;
        foreach (var block in page.Blocks)
        {
            references = section.Is("references") && block.Number is { } number && Dated(block) ? Math.Max(references, number) : references;
            if (block.Kind == BlockKind.Heading && block.Text.Any(char.IsLetter) && !(title is { } span && span.Overlaps(block.Span) && sections.Count == 1))
                (section, inSection) = (Open(block, sections, rules, page.Format == PageFormat.Text), 0);
            else if (Ends(section, block, inSection++, references))
                section = section with { Role = "other", Parent = null };
            if (section.Index == sections.Count)
                sections.Add(section);
            passages.Add(new Passage(block, section, passages.Count));
        }

        return new Outline(sections, passages);
    }

    /// <summary>All text of the page, a line a block.</summary>
    public string Text() => string.Join('\n', Passages.Select(passage => TextOf(passage.Block)));

    /// <summary>All text of a block, cells included.</summary>
    public static string TextOf(Block block) => block.Kind == BlockKind.Row ? string.Join(" | ", Enumerable.Range(0, block.Cells.Count).Select(block.CellText)) : block.Text;

    /// <summary>A box with an answer, or a list of links, ends without a heading where the running text begins.</summary>
    private static bool Ends(PageSection section, Block block, int before, int references) => section.Role switch
    {
        "summaryBox" => block.Kind == BlockKind.Paragraph && before > 0 && block.Text.Length > 120,
        "navigation" => block.Kind == BlockKind.Paragraph && block.Text.Length > 250,
        // Behind the list of references a box begins to count anew, and nothing in its items looks like a source.
        "references" => references > 2 && block is { Kind: BlockKind.Item, Number: 1 } && !Dated(block),
        _ => false,
    };

    private static bool Dated(Block block) => Year().IsMatch(block.Text) || block.Marks.Any(mark => mark.Target is not null);

    private static PageSection Open(Block heading, List<PageSection> sections, RuleBook rules, bool flat)
    {
        var parent = sections[^1];
        while (parent is not null && parent.Level >= heading.Level)
            parent = parent.Parent;
        var title = heading.Text.TrimEnd(':', ' ');
        parent = parent is { Level: 0 } || flat || rules.Any("breaks", title) ? null : parent;
        var rule = rules.First("sections", title);
        // Without levels, headings that say nothing go on with what repeats or quotes others.
        if (flat && rule is null && sections[^1].Role is "repeat" or "others" or "faq")
            return new PageSection { Title = title, Span = heading.Span, Level = heading.Level, Role = sections[^1].Role, Index = sections.Count };
        var around = parent;
        while (around is not null && !Inherited.Contains(around.Role))
            around = around.Parent;
        return new PageSection
        {
            Title = title,
            Span = heading.Span,
            Level = heading.Level,
            Role = rule is { Is: not "recommendations" } or null && around is null ? rule?.Is ?? "other" : around?.Role ?? rule!.Is,
            Rule = rule?.Id,
            Parent = parent,
            Index = sections.Count,
        };
    }

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
