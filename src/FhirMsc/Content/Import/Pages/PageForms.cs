using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Pages;

/// <summary>Tells the form of a page from its name and its text.</summary>
internal static partial class PageForms
{
    private const int Sample = 20_000;

    /// <summary>The form; plain text when nothing speaks for another.</summary>
    public static PageFormat Tell(string name, string text)
    {
        var sample = text[..Math.Min(text.Length, Sample)];
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".HTML" or ".HTM" or ".XHTML" => PageFormat.Html,
            ".MD" or ".MARKDOWN" => PageFormat.Markdown,
            ".TXT" => PageFormat.Text,
            _ when Html().IsMatch(sample) => PageFormat.Html,
            _ when Markdown().Count(sample) > 1 => PageFormat.Markdown,
            _ => PageFormat.Text,
        };
    }

    [GeneratedRegex(@"<!doctype html|<html\b|<body\b|<h[1-6]\b|<p\b[^<]*>|<div\b|<table\b|<li>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    [GeneratedRegex(@"^#{1,6} \S|\]\(https?://|\*\*\S[^*\n]*\*\*", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Markdown();
}
