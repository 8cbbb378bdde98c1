using System.Text;
using System.Text.RegularExpressions;

namespace FhirMsc.Artifacts.Writing;

/// <summary>
/// Shows the Markdown that content uses as XHTML: paragraphs, bullet lists, quotations, bold, italics, links. Anything else stays visible as it was typed,
/// so that no word can get lost.
/// </summary>
internal static partial class MarkdownText
{
    /// <summary>Translates.</summary>
    /// <param name="markdown">Markdown without HTML.</param>
    /// <returns>Block elements, escaped.</returns>
    public static string ToXhtml(string markdown)
    {
        var html = new StringBuilder();
        foreach (var block in markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (lines.All(IsBullet))
            {
                html.Append("<ul>").AppendJoin(string.Empty, lines.Select(line => $"<li>{Inline(line[2..])}</li>")).Append("</ul>");
            }
            else if (lines.All(line => line.StartsWith('>')))
            {
                html.Append("<blockquote><p>").Append(Inline(string.Join(' ', lines.Select(line => line[1..].Trim())))).Append("</p></blockquote>");
            }
            else
            {
                html.Append("<p>").Append(Inline(string.Join(' ', lines))).Append("</p>");
            }
        }

        return html.ToString();
    }

    private static bool IsBullet(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal);

    private static string Inline(string text)
    {
        var escaped = Xhtml.Escape(text);
        escaped = Link().Replace(escaped, "<a href=\"$2\">$1</a>");
        escaped = Bold().Replace(escaped, "<b>$1</b>");
        return Italic().Replace(escaped, "<i>$1</i>");
    }

    [GeneratedRegex(@"\[([^\[\]]+)\]\((https?://[^\s()<>]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<![\w*])\*([^*\s][^*]*?)\*(?![\w*])")]
    private static partial Regex Italic();
}
