using System.Net;
using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Pages;

/// <summary>Markup inside lines: Markdown's emphasis and links, raised numbers in Markdown, LaTeX or HTML, character references.</summary>
internal static partial class TextMarkup
{
    /// <summary>Adds a line to a block: markup becomes marks, the words stay.</summary>
    /// <param name="text">The block.</param>
    /// <param name="line">The line.</param>
    /// <param name="start">Offset of the line in the page.</param>
    /// <param name="markdown">Whether it is Markdown; raised numbers are taken from plain text as well.</param>
    public static void Add(BlockText text, string line, int start, bool markdown)
    {
        var at = 0;
        foreach (Match match in (markdown ? InMarkdown() : InText()).Matches(line))
        {
            text.Add(line.AsSpan(at, match.Index - at), start + at);
            Add(text, match, start, markdown);
            at = match.Index + match.Length;
        }

        text.Add(line.AsSpan(at), start + at);
    }

    private static void Add(BlockText text, Match match, int start, bool markdown)
    {
        var from = text.Next();
        var span = new Span(start + match.Index, start + match.Index + match.Length);
        if (match.Groups["raised"] is { Success: true } raised)
        {
            text.Add(raised.ValueSpan, start + raised.Index);
            text.Mark(MarkKind.Superscript, from, null, span);
        }
        else if (match.Groups["words"] is { Success: true } words)
        {
            if (match.Value[0] == '!')
                return;
            Add(text, words.Value, start + words.Index, markdown);
            text.Mark(MarkKind.Link, from, match.Groups["target"].Value, span);
        }
        else if (match.Groups["address"] is { Success: true } address)
        {
            text.Add(address.ValueSpan, start + address.Index);
        }
        else if (match.Groups["strong"] is { Success: true } strong)
        {
            Add(text, strong.Value, start + strong.Index, markdown);
        }
        else if (match.Groups["light"] is { Success: true } light)
        {
            Add(text, light.Value, start + light.Index, markdown);
            text.Mark(MarkKind.Emphasis, from, null, span);
        }
        else if (match.Groups["escaped"] is { Success: true } escaped)
        {
            text.Add(escaped.ValueSpan, start + escaped.Index);
        }
        else if (match.Groups["reference"].Success)
        {
            foreach (var c in WebUtility.HtmlDecode(match.Value))
                text.Add(c, start + match.Index);
        }
        else if (match.Groups["cut"].Success)
        {
            text.Add(' ', start + match.Index);
        }
    }

    /// <summary>Raised numbers: LaTeX <c>$^{8,9}$</c>, <c>&lt;sup&gt;</c>.</summary>
    [GeneratedRegex(@"\$?\^\{(?<raised>[\d,\s–-]+)\}\$?|<sup>(?<raised>[^<]{1,60})</sup>|(?<tag></?(?:sup|sub|em|i|b|strong|br|span|u)\s*/?>)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InText();

    [GeneratedRegex(@"\$?\^\{(?<raised>[\d,\s–-]+)\}\$?|<sup>(?<raised>[^<]{1,60})</sup>|\^(?<raised>[\d,–-]{1,40})\^|\[\^(?<raised>\d{1,3})\]:?|!?\[(?<words>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\((?<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+""[^""]*"")?\)|<(?<address>https?://[^>\s]+)>|\*\*(?<strong>\S(?:[^*]|\*(?!\*))*?)\*\*|__(?<strong>\S[^_]*)__|(?<![\w*])\*(?<light>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])|(?<![\w_])_(?<light>[^\s_](?:[^_]*[^\s_])?)_(?![\w_])|`(?<strong>[^`]+)`|\\(?<escaped>[\\`*_{}\[\]()#+.!|>~-])|(?<reference>&(?:[a-zA-Z]{2,10}|\#\d{2,6}|\#x[0-9a-fA-F]{2,5});)|(?<tag><(?!https?:)/?[a-zA-Z][^<>]{0,200}>)|^(?<heading>\#{1,6}\s+|>\s?)|(?<heading>\s\#+\s*$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InMarkdown();
}
