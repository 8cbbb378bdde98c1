using System.Text;

namespace FhirMsc.Content.Import.Pages;

/// <summary>Tells what bytes are and decodes them: byte order mark, then what HTML declares, then UTF-8 if the bytes are that, and Windows-1252 for the rest.</summary>
internal static class PageBytes
{
    private static readonly (byte[] Start, string Name)[] Signatures =
    [
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF file"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (a Word file is one as well)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word, Excel or PowerPoint file"),
        ([0x1F, 0x8B], "a file compressed with gzip"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF image"),
        ([0x7B, 0x5C, 0x72, 0x74, 0x66], "a rich text (RTF) file"),
    ];

    /// <summary>What the bytes are if they are no page; <see langword="null"/> for text.</summary>
    public static string? NoPage(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Signatures)
        {
            if (bytes.StartsWith(start))
                return name;
        }

        if (Utf16(bytes) is not null)
            return null;
        var control = 0;
        var sample = bytes[..Math.Min(bytes.Length, 65536)];
        foreach (var b in sample)
        {
            if (b == 0 || (b < 32 && b is not (9 or 10 or 11 or 12 or 13 or 27)))
                control++;
        }

        return control * 100 > sample.Length ? "binary data" : null;
    }

    /// <summary>Decodes; never fails, because Windows-1252 takes every byte.</summary>
    public static (string Text, string Encoding) Decode(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return (Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3), "utf-8");
        if (Utf16(bytes) is { } utf16)
            return (utf16.GetString(bytes).TrimStart('\uFEFF'), utf16.WebName);
        if (Declared(bytes) is { } declared)
            return (declared.GetString(bytes), declared.WebName);
        try
        {
            return (new UTF8Encoding(false, true).GetString(bytes), "utf-8");
        }
        catch (DecoderFallbackException)
        {
            // A page that was cut off in the middle of a character is UTF-8 all the same.
            var text = Encoding.UTF8.GetString(bytes);
            var (bad, good) = (text.TrimEnd('\uFFFD').Count(c => c == '\uFFFD'), text.Count(c => c is > '\u007F' and not '\uFFFD'));
            return good >= bad * 10 ? (text, "utf-8") : (Legacy("windows-1252")!.GetString(bytes), "windows-1252");
        }
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        var sample = bytes[..Math.Min(bytes.Length, 1024)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0 && i % 2 == 0)
                even++;
            else if (sample[i] == 0)
                odd++;
        }

        var half = sample.Length / 2;
        return half < 8 ? null : odd * 10 > half * 9 && even * 10 < half ? Encoding.Unicode : even * 10 > half * 9 && odd * 10 < half ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>HTML 5, 13.2.3.2: the declaration stands in the first 1,024 bytes.</summary>
    private static Encoding? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1024));
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !head.Contains('<', StringComparison.Ordinal))
            return null;
        var name = new string([.. head.Skip(at + 8).SkipWhile(c => c is '"' or '\'' or ' ').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? null
            : Legacy(name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : name);
    }

    private static Encoding? Legacy(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
