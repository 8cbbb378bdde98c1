using System.Security.Cryptography;
using FhirMsc.Content.Import.Rules;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import.Pages;

/// <summary>Reads a page of any form into blocks. Bad input is a finding; what could be read up to there is given all the same.</summary>
public static class PageReader
{
    /// <summary>Reads a stream to its end or to the largest size allowed; leaves it open.</summary>
    /// <param name="stream">The page.</param>
    /// <param name="name">Its name for messages; the ending tells the form if <paramref name="format"/> does not.</param>
    /// <param name="format">The form; <see langword="null"/> to tell it from the name and the text.</param>
    /// <param name="limits">How much is read.</param>
    /// <returns>The page, or <see langword="null"/> when there is nothing to read, with the findings.</returns>
    public static (Page? Page, IReadOnlyList<Issue> Issues) Read(Stream stream, string name, PageFormat? format = null, PageLimits? limits = null) =>
        Read(stream, name, format, limits, RuleBook.Default);

    /// <summary>Reads with rules of the caller's choice.</summary>
    internal static (Page? Page, IReadOnlyList<Issue> Issues) Read(Stream stream, string name, PageFormat? format, PageLimits? limits, RuleBook rules)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        limits ??= new PageLimits();
        var (bytes, cut) = ReadBounded(stream, limits.MaximumBytes);
        var start = new SourcePosition(name, 1, 1, 0);
        if (bytes.AsSpan().IndexOfAnyExcept([(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']) < 0)
            return (null, [ImportIssues.Empty.At(string.Empty, start)]);
        if (PageBytes.NoPage(bytes) is { } other)
            return (null, [ImportIssues.NoPage.At(string.Empty, start, other)]);
        var (text, encoding) = PageBytes.Decode(bytes);
        var issues = new List<Issue>();
        if (cut)
            issues.Add(ImportIssues.TooLarge.At(string.Empty, start, limits.MaximumBytes));
        var page = Blocks(text, format ?? PageForms.Tell(name, text), rules) with
        {
            Name = name,
            Encoding = encoding,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
        if (page.Blocks.Count == 0)
            issues.Add(ImportIssues.NoText.At(string.Empty, start));
        page = Bounded(page, limits);
        if (cut)
            page = page with { Unread = [.. page.Unread, Unread.Of(new Span(text.Length, text.Length), "page/size", "The page is larger than what is read. Nothing after this place was read.", string.Empty)] };
        return (page, issues);
    }

    private static Page Blocks(string text, PageFormat format, RuleBook rules)
    {
        var page = new Page { Name = string.Empty, Encoding = string.Empty, Sha256 = string.Empty, Format = format, Text = text };
        if (format == PageFormat.Html)
        {
            var (blocks, title, unread) = HtmlPage.Read(text, rules);
            return Furniture.Remove(page with { Blocks = blocks, HeadTitle = title, Unread = unread }, rules);
        }

        return Furniture.Remove(TextPage.Read(page, rules), rules);
    }

    private static Page Bounded(Page page, PageLimits limits)
    {
        var unread = new List<Unread>(page.Unread);
        var kept = new List<Block>();
        foreach (var block in page.Blocks)
        {
            if (kept.Count >= limits.MaximumBlocks)
            {
                unread.Add(Unread.Of(block.Span, "page/blocks", "The page has more paragraphs than are read. Nothing after this place was read.", block.Text));
                break;
            }

            if (block.Text.Length > limits.MaximumBlock)
                unread.Add(Unread.Of(block.Span, "page/block", "This stretch is too long to be sentences.", block.Text));
            else
                kept.Add(block);
        }

        return page with { Blocks = kept, Unread = unread };
    }

    private static (byte[] Bytes, bool Cut) ReadBounded(Stream stream, int maximum)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (kept.Length <= maximum && stream.Read(buffer) is var read and > 0)
            kept.Write(buffer, 0, read);
        var cut = kept.Length > maximum;
        kept.SetLength(Math.Min(kept.Length, maximum));
        return (kept.ToArray(), cut);
    }
}
