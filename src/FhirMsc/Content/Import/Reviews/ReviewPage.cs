using System.Net;
using System.Text;
using FhirMsc.Content.Import.Drafts;
using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Reviews;

/// <summary>
/// The review as one HTML file that needs nothing else: the text of the page on one side, the structure on the other, every value linked to its words and
/// every marked stretch to its value. No script, nothing is loaded; the page's text is escaped.
/// </summary>
public static class ReviewPage
{
    private const string Style = """
        :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0;display:grid;grid-template-columns:1fr 1fr;height:100vh}
        main,aside{overflow:auto;padding:1rem 1.5rem}aside{border-left:1px solid #8886}h1{font-size:1.2rem;margin:0 0 1rem}h2{font-size:1rem;margin:1.5rem 0 .3rem}
        a{color:inherit}mark{background:#ffd54a66;color:inherit;border-radius:2px}mark.low{background:#ff8a6588}mark:target,li:target{outline:3px solid #1976d2}
        li{margin:.35rem 0;overflow-wrap:anywhere}.path,.rule{font:12px/1.4 ui-monospace,monospace;opacity:.75}.low>.path{color:#c62828}
        .head{font-weight:600;margin-top:1.2rem}.item{margin-left:1.5rem}@media(max-width:800px){body{display:block;height:auto}aside{border:0}}
        """;

    /// <summary>Writes it.</summary>
    /// <param name="review">The review.</param>
    /// <param name="page">The page; <see langword="null"/> if it is not at hand: then only the structure is shown.</param>
    public static string Write(Review review, Page? page)
    {
        ArgumentNullException.ThrowIfNull(review);
        var values = Values(review).ToList();
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>Review: ").Append(Escape(review.PageName)).Append("</title>\n<style>").Append(Style.ReplaceLineEndings("\n")).Append("</style>\n</head>\n<body>\n<main>\n<h1>Page: ").Append(Escape(review.PageName)).Append("</h1>\n");
        if (page is null)
            html.Append("<p>The page is not at hand, or it is another version than the one that was imported. Name it with --page.</p>\n");
        foreach (var block in page?.Blocks ?? [])
            Write(html, block, values);
        html.Append("</main>\n<aside>\n<h1>Draft: ").Append(review.OpenQuestions().Count).Append(" open points</h1>\n");
        Open(html, review, values);
        Structure(html, values);
        return html.Append("</aside>\n</body>\n</html>\n").ToString();
    }

    private static IEnumerable<(int Number, string Path, string Text, Span Span, int Confidence, string Rule)> Values(Review review)
    {
        var number = 0;
        foreach (var unread in review.Draft.Unread)
            yield return (++number, "unread", unread.Reason, unread.Span, 0, unread.Rule);
        foreach (var origin in review.Draft.Origins)
        {
            if (DraftPath.Find(review.Draft.Root, origin.Path) is DraftText value)
                yield return (++number, origin.Path, value.Value, origin.Span, origin.Confidence, origin.Rule);
        }
    }

    private static void Write(StringBuilder html, Block block, List<(int Number, string Path, string Text, Span Span, int Confidence, string Rule)> values)
    {
        if (block.Kind == BlockKind.Row)
        {
            foreach (var inner in block.Cells.SelectMany(cell => cell))
                Write(html, inner, values);
            return;
        }

        html.Append(block.Kind switch { BlockKind.Heading => "<p class=\"head\">", BlockKind.Item => "<p class=\"item\">• ", _ => "<p>" });
        var here = values.Where(value => value.Span.End > value.Span.Start && value.Span.Overlaps(block.Span)).ToList();
        for (var i = 0; i < block.Text.Length;)
        {
            // Values can cover each other; each piece leads to the one with the narrowest stretch, and carries the ids of all that begin in it.
            var over = here.Where(value => Covers(value.Span, block, i)).ToList();
            var end = i + 1;
            while (end < block.Text.Length && here.TrueForAll(value => Covers(value.Span, block, end) == Covers(value.Span, block, i)))
                end++;
            var text = Escape(block.Text[i..end]);
            if (over.Count == 0)
            {
                html.Append(text);
            }
            else
            {
                var narrow = over.MinBy(value => value.Span.End - value.Span.Start);
                foreach (var begun in over.Where(value => i == 0 || !Covers(value.Span, block, i - 1)))
                    html.Append("<span id=\"t").Append(begun.Number).Append("\"></span>");
                html.Append(over.Any(value => value.Confidence < Draft.Sure) ? "<mark class=\"low\">" : "<mark>").Append("<a href=\"#v").Append(narrow.Number).Append("\" title=\"").Append(Escape(narrow.Path)).Append("\">").Append(text).Append("</a></mark>");
            }

            i = end;
        }

        html.Append("</p>\n");
    }

    private static bool Covers(Span span, Block block, int character) => block.Offsets[character] >= span.Start && block.Offsets[character] < span.End;

    private static void Open(StringBuilder html, Review review, List<(int Number, string Path, string Text, Span Span, int Confidence, string Rule)> values)
    {
        var open = review.OpenQuestions();
        if (open.Count == 0)
            return;
        html.Append("<h2>To look at first</h2>\n<ul>\n");
        foreach (var question in open)
        {
            var value = values.FirstOrDefault(value => value.Span == question.Span && value.Rule == question.Rule && (question.IsUnread ? value.Path == "unread" : value.Path == question.Path));
            html.Append("<li class=\"low\"><a href=\"#").Append(question.IsUnread ? 't' : 'v').Append(value.Number).Append("\">").Append(Escape(question.Value ?? question.Excerpt ?? "(place)")).Append("</a> <span class=\"rule\">").Append(Escape(question.What)).Append("</span></li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Structure(StringBuilder html, List<(int Number, string Path, string Text, Span Span, int Confidence, string Rule)> values)
    {
        foreach (var group in values.GroupBy(value => string.Join('/', value.Path.Split('/').Take(2))))
        {
            html.Append("<h2>").Append(Escape(group.Key)).Append("</h2>\n<ul>\n");
            foreach (var value in group)
            {
                html.Append("<li id=\"v").Append(value.Number).Append(value.Confidence < Draft.Sure ? "\" class=\"low\">" : "\">")
                    .Append("<span class=\"path\">").Append(Escape(value.Path)).Append("</span> <a href=\"#t").Append(value.Number).Append("\">").Append(Escape(value.Text)).Append("</a> <span class=\"rule\">")
                    .Append(Escape(value.Rule)).Append(", ").Append(value.Confidence).Append(" %</span></li>\n");
            }

            html.Append("</ul>\n");
        }
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
