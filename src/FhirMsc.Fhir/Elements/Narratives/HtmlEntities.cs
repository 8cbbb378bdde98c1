using System.Net;
using System.Text;

namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>The named entities of HTML (<c>&amp;nbsp;</c>), which FHIR allows in narratives and an XML reader does not know.</summary>
internal static class HtmlEntities
{
    /// <summary>Puts characters in place of all named entities but XML's own five.</summary>
    public static string Resolve(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
        {
            return text;
        }

        var resolved = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '&' ? text.IndexOf(';', i, Math.Min(32, text.Length - i)) : -1;
            var name = end > i + 1 ? text[(i + 1)..end] : string.Empty;
            if (name.Length == 0 || name[0] == '#' || name is "amp" or "lt" or "gt" or "quot" or "apos" || WebUtility.HtmlDecode($"&{name};") is not { Length: 1 or 2 } character || character[0] == '&')
            {
                resolved.Append(text[i]);
                continue;
            }

            resolved.Append(character);
            i = end;
        }

        return resolved.ToString();
    }
}
