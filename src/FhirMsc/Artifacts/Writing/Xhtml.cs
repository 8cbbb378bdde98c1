using System.Text;

namespace FhirMsc.Artifacts.Writing;

/// <summary>The narrative of a resource: the XHTML that FHIR allows (<c>Narrative.div</c>), escaped by construction.</summary>
internal sealed class Xhtml
{
    private readonly StringBuilder html = new();

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => html.Length == 0;

    /// <summary>Text as it may stand in XHTML.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Adds a heading.</summary>
    /// <param name="text">The words; nothing is added for none.</param>
    /// <param name="level">1 to 6.</param>
    public Xhtml Heading(string? text, int level = 2) => Block($"h{level}", text);

    /// <summary>Adds a paragraph of plain text.</summary>
    public Xhtml Paragraph(string? text) => Block("p", text);

    /// <summary>Adds a paragraph that starts with a bold label.</summary>
    public Xhtml Labelled(string label, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            html.Append("<p><b>").Append(Escape(label)).Append(":</b> ").Append(Escape(text)).Append("</p>");
        }

        return this;
    }

    /// <summary>Adds a quotation.</summary>
    public Xhtml Quotation(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            html.Append("<blockquote><p>").Append(Escape(text)).Append("</p></blockquote>");
        }

        return this;
    }

    /// <summary>Adds Markdown, see <see cref="MarkdownText"/>.</summary>
    public Xhtml Markdown(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            html.Append(MarkdownText.ToXhtml(text));
        }

        return this;
    }

    /// <summary>Adds a bullet list of plain texts; nothing for none.</summary>
    public Xhtml Bullets(IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            html.Append("<ul>");
            all.ForEach(item => html.Append("<li>").Append(Escape(item)).Append("</li>"));
            html.Append("</ul>");
        }

        return this;
    }

    /// <summary>Adds a table; nothing when it has no rows.</summary>
    /// <param name="head">Names of the columns.</param>
    /// <param name="rows">Cells as plain text, as many as columns.</param>
    public Xhtml Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return this;
        }

        html.Append("<table border=\"1\"><thead><tr>");
        foreach (var name in head)
        {
            html.Append("<th>").Append(Escape(name)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in all)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append("<td>").Append(Escape(cell ?? string.Empty)).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        return this;
    }

    /// <summary>The <c>Narrative</c>; <see langword="null"/> when nothing was added.</summary>
    public Element? ToNarrative() => IsEmpty
        ? null
        : new Element
        {
            { "status", "generated" },
            { "div", $"<div xmlns=\"http://www.w3.org/1999/xhtml\">{html}</div>" },
        };

    private Xhtml Block(string tag, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            html.Append('<').Append(tag).Append('>').Append(Escape(text)).Append("</").Append(tag).Append('>');
        }

        return this;
    }
}
