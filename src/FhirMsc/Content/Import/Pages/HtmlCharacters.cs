using System.Net;
using System.Text;

namespace FhirMsc.Content.Import.Pages;

/// <summary>
/// The character data of an HTML source with its offsets. The parser keeps no positions of text, so its text is laid along this, which holds the
/// same characters in the same order: everything between tags, references decoded, raw text elements left out.
/// </summary>
internal sealed class HtmlCharacters
{
    private static readonly string[] RawElements = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    private const int Deepest = 1500;
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly HashSet<string> Nesting = ["div", "span", "section", "article", "table", "tbody", "tr", "td", "ul", "ol", "dl", "blockquote", "b", "i", "u", "em", "strong", "font", "a", "center", "form", "sup", "sub", "small", "big", "code"];

    private readonly string _text;
    private readonly List<int> _offsets;
    private int _at;

    private HtmlCharacters(string text, List<int> offsets) => (_text, _offsets) = (text, offsets);

    /// <summary>Scans a source.</summary>
    public static HtmlCharacters Scan(string source)
    {
        var text = new StringBuilder(source.Length / 2);
        var offsets = new List<int>(source.Length / 2);
        for (var i = 0; i < source.Length;)
        {
            var c = source[i];
            if (c == '<' && TagEnd(source, i) is var end and > 0)
            {
                i = end;
            }
            else if (c == '&' && Reference(source, i) is { Decoded.Length: > 0 } reference)
            {
                foreach (var decoded in reference.Decoded)
                {
                    text.Append(decoded);
                    offsets.Add(i);
                }

                i = reference.End;
            }
            else
            {
                if (c != '\r' || i + 1 >= source.Length || source[i + 1] != '\n')
                {
                    text.Append(c == '\r' ? '\n' : c);
                    offsets.Add(i);
                }

                i++;
            }
        }

        return new HtmlCharacters(text.ToString(), offsets);
    }

    /// <summary>Where more elements are open at once than any page needs; -1 if nowhere. Parsing takes time by the square of the depth.</summary>
    public static int TooDeep(string source)
    {
        var depth = 0;
        for (var at = source.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < source.Length; at = source.IndexOf('<', at + 1))
        {
            var closing = source[at + 1] == '/';
            var name = source.AsSpan(closing ? at + 2 : at + 1);
            var length = name.IndexOfAnyExcept(Letters);
            if (!Nesting.Contains(name[..Math.Max(0, Math.Min(length < 0 ? name.Length : length, 12))].ToString().ToLowerInvariant()))
                continue;
            depth = Math.Max(0, depth + (closing ? -1 : 1));
            if (depth > Deepest)
                return at;
        }

        return -1;
    }

    /// <summary>Offsets of the next text node's characters.</summary>
    public IEnumerable<int> Next(string node)
    {
        if (string.CompareOrdinal(_text, _at, node, 0, node.Length) != 0)
        {
            // Only white space outside of the body, and text that the parser moved out of tables, can lie between.
            var found = string.IsNullOrWhiteSpace(node) ? -1 : _text.IndexOf(node, _at, Math.Min(_text.Length - _at, 200_000), StringComparison.Ordinal);
            if (found < 0)
                return Enumerable.Repeat(_offsets.Count == 0 ? 0 : _offsets[Math.Min(_at, _offsets.Count - 1)], node.Length);
            _at = found;
        }

        var offsets = _offsets.GetRange(_at, node.Length);
        _at += node.Length;
        return offsets;
    }

    /// <summary>End of the tag, comment or raw text element that begins here; 0 if none does.</summary>
    private static int TagEnd(string source, int at)
    {
        if (string.CompareOrdinal(source, at, "<!--", 0, 4) == 0)
            return source.IndexOf("-->", at + 4, StringComparison.Ordinal) is var close and >= 0 ? close + 3 : source.Length;
        var next = at + 1 < source.Length ? source[at + 1] : '\0';
        if (!char.IsAsciiLetter(next) && next is not ('/' or '!' or '?'))
            return 0;
        var quote = '\0';
        for (var i = at + 1; i < source.Length; i++)
        {
            var c = source[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && source[i - 1] is '=' or ' ')
                quote = source[i - 1] == '=' || (i > 1 && source.AsSpan(0, i).TrimEnd(' ').EndsWith("=")) ? c : '\0';
            else if (c == '>')
                return RawEnd(source, at, i + 1);
        }

        return source.Length;
    }

    private static int RawEnd(string source, int tag, int end)
    {
        foreach (var name in RawElements)
        {
            if (string.Compare(source, tag + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && tag + 1 + name.Length < source.Length && !char.IsAsciiLetterOrDigit(source[tag + 1 + name.Length]))
            {
                var close = source.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
                var after = close < 0 ? -1 : source.IndexOf('>', close);
                return after < 0 ? source.Length : after + 1;
            }
        }

        return end;
    }

    private static (string Decoded, int End) Reference(string source, int at)
    {
        var end = source.IndexOf(';', at, Math.Min(40, source.Length - at));
        if (end < 0)
            return (string.Empty, at);
        var written = source[at..(end + 1)];
        var decoded = WebUtility.HtmlDecode(written);
        return decoded == written ? (string.Empty, at) : (decoded, end + 1);
    }
}
