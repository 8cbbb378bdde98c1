using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Finds title, date, publisher and notices. A page without a date gets none, and neither does one whose label lost its date.</summary>
internal static class HeaderFinder
{
    /// <summary>How many blocks from the top the header can reach; long menus come before it on some pages.</summary>
    private const int Reach = 60;

    /// <summary>Finds them.</summary>
    public static PageHeader Find(Page page, Outline outline, RuleBook rules)
    {
        var top = outline.Passages.Take(Reach).Where(passage => !passage.Section.Is("references")).Where(passage => passage.Block.Kind != BlockKind.Row || passage.Block.Text.Length > 0).ToList();
        var notice = Notice(outline, rules);
        var title = Title(page, top, notice?.Span, rules);
        var (date, printed, line) = Date(top, title?.Span.End ?? -1, rules);
        return new PageHeader
        {
            Title = title,
            Date = date,
            DateText = printed,
            DateLine = line,
            Publisher = Publisher(outline, rules),
            Notice = notice is null ? null : new Sourced<string>(notice.Value.Text, notice.Value.Span, notice.Value.Rule.Id, notice.Value.Rule.Confidence),
            State = notice?.Rule.Is,
        };
    }

    private static Sourced<string>? Title(Page page, List<Passage> top, Span? notice, RuleBook rules)
    {
        var first = page.Blocks.FirstOrDefault(block => block is { Kind: BlockKind.Heading, Level: 1 } && !rules.Any("noTitle", block.Text));
        if (page.Format != PageFormat.Text && first is not null)
            return Of(first, first.Text, "header/first-heading", 97, rules);
        if (page.Format == PageFormat.Html && page.HeadTitle is { } head)
        {
            var bare = Tail(head, rules);
            if (top.FirstOrDefault(passage => Tail(passage.Block.Text, rules) == bare) is { } same)
                return Of(same.Block, same.Block.Text, "header/document-title", 95, rules);
            if (top.FirstOrDefault(passage => passage.Block.Kind == BlockKind.Heading && !rules.Any("noTitle", passage.Block.Text)) is { } heading)
                return Of(heading.Block, heading.Block.Text, "header/heading", 85, rules);
            var at = page.Text.IndexOf(head[..Math.Min(head.Length, 12)], StringComparison.Ordinal);
            return rules.Any("noTitle", bare) ? null : new Sourced<string>(bare, new Span(Math.Max(0, at), Math.Max(0, at) + bare.Length), "header/document-title", 85);
        }

        return FromText(top, notice, page.Format, rules);
    }

    /// <summary>In text the title is the first line that is no banner, date or label, as long as no sentence comes before it.</summary>
    private static Sourced<string>? FromText(List<Passage> top, Span? notice, PageFormat format, RuleBook rules)
    {
        for (var i = 0; i < top.Count; i++)
        {
            var block = top[i].Block;
            if (block.Text.Length == 0 || (notice is { } span && span.Overlaps(block.Span)) || rules.Any("noTitle", block.Text))
                continue;
            // The number of a chapter looks like that of an item; no second item follows it.
            var chapter = block.Kind == BlockKind.Item && (block.Number is not null || block.Label is not null) && block.Text[^1] != '.' && !(i + 1 < top.Count && top[i + 1].Block.Kind == BlockKind.Item);
            if ((block.Kind is BlockKind.Item or BlockKind.Row && !chapter) || block.Text.Length > 300 || (block.Kind == BlockKind.Paragraph && block.Text[^1] is '.' or ';') || !block.Text.Any(char.IsLetter))
                return null;
            if (block.Kind == BlockKind.Paragraph && !(char.IsUpper(block.Text[0]) || char.IsDigit(block.Text[0])))
                return null;
            var (text, last) = (block.Text, block);
            while (i + 1 < top.Count && top[i + 1].Block is { Kind: BlockKind.Heading or BlockKind.Paragraph } next && next.Text.Length < 120 && !rules.Any("noTitle", next.Text)
                && (rules.Any("titleOpen", text) || (rules.Any("titleGoes", next.Text) && next.Text.Length > 0 && next.Text[^1] != '.') || text.EndsWith(':')))
            {
                (text, last) = (text + " " + next.Text, next);
                i++;
            }

            var bare = Tail(text, rules);
            return bare.Length < 3 ? null : new Sourced<string>(bare, new Span(block.Span.Start, last.Span.End), "header/first-line", format == PageFormat.Markdown && block.Kind == BlockKind.Heading ? 95 : 85);
        }

        return null;
    }

    private static Sourced<string> Of(Block block, string text, string rule, int confidence, RuleBook rules)
    {
        var bare = Tail(text, rules);
        return new Sourced<string>(bare, block.At(0, Math.Min(bare.Length, block.Text.Length)), rule, confidence);
    }

    private static string Tail(string title, RuleBook rules)
    {
        for (var tail = rules.Earliest("titleTail", title); tail is { } found; tail = rules.Earliest("titleTail", title))
            title = title[..found.Match.Index].TrimEnd();
        return (rules.Earliest("titleHead", title) is { Match.Index: 0 } head ? title[head.Match.Length..] : title).Trim();
    }

    private static (Sourced<PartialDate>? Date, string? Printed, string? Line) Date(List<Passage> top, int title, RuleBook rules)
    {
        var candidates = new List<(Sourced<PartialDate> Date, string Printed, string Line)>();
        foreach (var passage in top)
        {
            var block = passage.Block;
            if (block.Text.Length is 0 or > 400)
                continue;
            foreach (var rule in rules.List("dates"))
            {
                if (rule.Form.Match(block.Text) is not { Success: true } match || Dates.Read(match.Groups["date"].Value) is not { } date)
                    continue;
                // Above the title stands the stamp of a printout.
                if (rule.Id.EndsWith("/alone", StringComparison.Ordinal) && block.Span.Start < title)
                    continue;
                // A date inside a sentence is about something else, unless the sentence begins with the label.
                if (match.Index > 60)
                    continue;
                candidates.Add((new Sourced<PartialDate>(date, block.At(match.Index, match.Index + match.Length), rule.Id, rule.Confidence), match.Groups["date"].Value, block.Text));
                break;
            }
        }

        var best = candidates.OrderByDescending(candidate => candidate.Date.Confidence).ThenBy(candidate => candidate.Date.Span.Start).FirstOrDefault();
        return best.Date is null ? default : best;
    }

    private static Sourced<string>? Publisher(Outline outline, RuleBook rules)
    {
        foreach (var rule in rules.List("publishers"))
        {
            foreach (var passage in outline.Passages.Where(passage => !passage.Section.Is("references")))
            {
                if (rule.Form.Match(passage.Block.Text) is { Success: true } match)
                    return new Sourced<string>(rule.Is, passage.Block.At(match.Index, match.Index + match.Length), rule.Id, rule.Confidence);
            }
        }

        return null;
    }

    private static (Rule Rule, Span Span, string Text)? Notice(Outline outline, RuleBook rules)
    {
        foreach (var passage in outline.Passages.Take(Reach))
        {
            if (passage.Block.Text.Length is > 5 and < 400 && rules.First("notices", passage.Block.Text) is { } rule && passage.Section.Role is not "references" and not "evidence")
                return (rule, passage.Block.Span, passage.Block.Text);
        }

        return null;
    }
}
