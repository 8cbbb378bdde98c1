using System.Text;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>Makes identifiers of words.</summary>
internal static class Identifier
{
    /// <summary>Letters and digits in lower case, joined by hyphens, cut at a word.</summary>
    public static string Of(string text, int longest)
    {
        var id = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                id.Append(c);
            else if (id.Length > 0 && id[^1] != '-' && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
                id.Append('-');
        }

        var made = id.ToString().Trim('-');
        if (made.Length > longest)
            made = made.LastIndexOf('-', longest) is var cut and > 0 ? made[..cut] : made[..longest];
        return made.Length == 0 ? "part" : made;
    }
}
