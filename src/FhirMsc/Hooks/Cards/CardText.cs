using System.Buffers;
using System.Text;

namespace FhirMsc.Hooks.Cards;

/// <summary>Fits text into cards.</summary>
internal static class CardText
{
    /// <summary>card.summary: "one-sentence, &lt;140-character summary message".</summary>
    public const int LongestSummary = 139;

    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>#|~&");

    /// <summary>
    /// A summary on one line, short enough. Content is checked when it is read, so nothing of ours is ever cut; a plan from elsewhere is cut behind a word,
    /// with an ellipsis that says so.
    /// </summary>
    public static string Summary(string text) => Cut(text, LongestSummary);

    /// <summary>Text on one line of at most so many characters.</summary>
    public static string Cut(string text, int longest)
    {
        var line = OneLine(text);
        if (line.Length <= longest)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', longest - 1);
        end = end < longest / 2 ? longest - 1 : end;
        end = char.IsHighSurrogate(line[end - 1]) ? end - 1 : end;
        return line[..end].TrimEnd(' ', ',', ';', ':', '.', '-') + "…";
    }

    /// <summary>Text on one line: line breaks and runs of blanks become one blank.</summary>
    public static string OneLine(string text) => IsOneLine(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether single blanks between words are all the white space there is, as in nearly every text.</summary>
    private static bool IsOneLine(string text)
    {
        var isBlank = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (isBlank || c != ' ')
                {
                    return false;
                }

                isBlank = true;
            }
            else
            {
                isBlank = false;
            }
        }

        return !isBlank || text.Length == 0;
    }

    /// <summary>
    /// Text that Markdown shows as it stands: what is not the plan's own must not become markup. Clients are known to render raw HTML in details.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in OneLine(text))
        {
            if (Special.Contains(c))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
