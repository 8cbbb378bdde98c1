using System.Text;

namespace FhirMsc.Fhir.Xml;

/// <summary>
/// The characters of an XML document (XML 1.0, section 4.3.3): by its byte order mark, by its declaration, and in UTF-8 otherwise. Bytes that are no
/// characters are refused, never replaced: a replaced character would be a changed value.
/// </summary>
internal static class XmlEncoding
{
    private const int LongestDeclaration = 200;

    /// <summary>Decodes a document, without its byte order mark.</summary>
    /// <returns>Whether every byte had a meaning.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> document, out string characters)
    {
        var (encoding, mark) = document switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Strict(Encoding.UTF8.WebName), 3),
            [0xFE, 0xFF, ..] => (Strict(Encoding.BigEndianUnicode.WebName), 2),
            [0xFF, 0xFE, ..] => (Strict(Encoding.Unicode.WebName), 2),
            _ => (Declared(document), 0),
        };
        try
        {
            characters = encoding.GetString(document[mark..]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            characters = string.Empty;
            return false;
        }
    }

    /// <summary>What the declaration names. What nobody knows, or reads any more (UTF-7), is read as UTF-8, where whatever is wrong will show.</summary>
    private static Encoding Declared(ReadOnlySpan<byte> document)
    {
        var head = Encoding.Latin1.GetString(document[..Math.Min(document.Length, LongestDeclaration)]);
        var at = head.IndexOf("encoding=", StringComparison.Ordinal);
        var stop = head.IndexOf("?>", StringComparison.Ordinal);
        var end = head.StartsWith("<?xml", StringComparison.Ordinal) && at >= 0 && at < stop ? head.IndexOf(head[at + 9], at + 10) : -1;
        try
        {
            return Strict(end < 0 ? Encoding.UTF8.WebName : head[(at + 10)..end]);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Strict(Encoding.UTF8.WebName);
        }
    }

    private static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
