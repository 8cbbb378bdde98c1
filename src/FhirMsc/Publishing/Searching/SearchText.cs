using System.Text;

namespace FhirMsc.Publishing.Searching;

/// <summary>Text as searches compare and split it.</summary>
internal static class SearchText
{
    /// <summary>"Case and combining characters like accents are insensitive" (string parameters); runs of white space count as one.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (Accents.Without(char.ToLowerInvariant(c)) is { } letter)
            {
                plain.Append(letter);
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Splits at a character that no backslash stands before (https://hl7.org/fhir/R4/search.html#escaping); the parts keep their backslashes.</summary>
    public static List<string> Split(string text, char at)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == at)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>Takes the backslashes off that stand before <c>$ , | \</c>.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '$' or ',' or '|' or '\\' ? text[++i] : text[i]);
        }

        return plain.ToString();
    }
}
