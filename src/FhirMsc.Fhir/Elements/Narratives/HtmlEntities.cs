using System.Net;
using System.Text;

namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>The named entities of HTML (<c>&amp;nbsp;</c>), which FHIR allows in narratives and an XML reader does not know.</summary>
internal static class HtmlEntities
{
    /// <summary>No entity's name is longer.</summary>
    private const int Longest = 32;

    /// <summary>Puts characters in place of all named entities but XML's own five.</summary>
    public static string Resolve(string text)
    {
        StringBuilder? resolved = null;
        var copied = 0;
        for (var i = text.IndexOf('&', StringComparison.Ordinal); i >= 0; i = text.IndexOf('&', i + 1))
        {
            var end = text.IndexOf(';', i, Math.Min(Longest, text.Length - i));
            if (end > i + 1 && Character(text.AsSpan(i + 1, end - i - 1)) is { } character)
            {
                resolved ??= new StringBuilder(text.Length);
                resolved.Append(text, copied, i - copied).Append(character);
                copied = end + 1;
            }
        }

        return resolved?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    /// <summary>What a name stands for; <see langword="null"/> for numbers, XML's own entities, and names that HTML does not have.</summary>
    private static string? Character(ReadOnlySpan<char> name) =>
        name[0] == '#' || name is "amp" or "lt" or "gt" or "quot" or "apos" || WebUtility.HtmlDecode($"&{name};") is not { Length: 1 or 2 } character || character[0] == '&' ? null : character;
}
