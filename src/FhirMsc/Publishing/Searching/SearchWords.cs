using System.Net;
using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Searching;

/// <summary>
/// Words, for searches in narratives and whole resources (<c>_text</c>, <c>_content</c>, https://hl7.org/fhir/R4/search.html#content). What such a search means is left to
/// the server; here every word asked for must begin a word of the text, without regard to case, accents and punctuation.
/// </summary>
internal static class SearchWords
{
    /// <summary>The words of a text, with a space before each.</summary>
    public static string Of(string text)
    {
        var words = new StringBuilder(text.Length + 1);
        var isBetween = true;
        foreach (var c in SearchText.Plain(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(isBetween ? " " : string.Empty).Append(c);
                isBetween = false;
            }
            else
            {
                isBetween = true;
            }
        }

        return words.ToString();
    }

    /// <summary>The words of everything that an element says; of a narrative, without its tags. Encoded bytes say nothing.</summary>
    public static string Of(Node node)
    {
        var text = new StringBuilder();
        Collect(node, text);
        return Of(text.ToString());
    }

    /// <summary>Whether a text has all the words of another.</summary>
    public static bool Has(string words, string wanted) =>
        wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => words.Contains(" " + word, StringComparison.Ordinal));

    private static void Collect(Node node, StringBuilder text)
    {
        if (node.Text is { } own)
        {
            text.Append(node.Name == "div" ? WithoutTags(own) : own).Append('\n');
        }

        foreach (var child in node.Children)
        {
            var isStatusOfNarrative = child.Name == "status" && node.Child("div").Exists;
            if (!isStatusOfNarrative && child.Name is not ("data" or "valueBase64Binary"))
            {
                Collect(child, text);
            }
        }
    }

    private static string WithoutTags(string div)
    {
        var text = new StringBuilder(div.Length);
        var isTag = false;
        foreach (var c in div)
        {
            isTag = c == '<' || (isTag && c != '>');
            text.Append(isTag || c == '>' ? ' ' : c);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }
}
