using System.Text;

namespace FhirMsc.Fhir.Xml;

/// <summary>
/// The characters of an XML document (XML 1.0, section 4.3.3): by its byte order mark, by its declaration, and in UTF-8 otherwise. Bytes that are no
/// characters are an error with its place. U+FFFD stands for them from there on, so that everything else that is wrong can be told as well.
/// </summary>
internal static class XmlEncoding
{
    private const int LongestDeclaration = 200;

    /// <summary>Decodes a document, without its byte order mark.</summary>
    /// <param name="document">The bytes.</param>
    /// <param name="fault">Where the first bytes stand that are no characters, as a place in the result; -1 if there are none.</param>
    public static string Decode(ReadOnlySpan<byte> document, out int fault)
    {
        var (encoding, mark) = document switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Strict(Encoding.UTF8.WebName), 3),
            [0xFE, 0xFF, ..] => (Strict(Encoding.BigEndianUnicode.WebName), 2),
            [0xFF, 0xFE, ..] => (Strict(Encoding.Unicode.WebName), 2),
            _ => (Declared(document), 0),
        };
        var text = document[mark..];
        fault = -1;
        try
        {
            return encoding.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            var lenient = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
            var characters = lenient.GetString(text);
            fault = Fault(encoding, text, characters);
            return characters;
        }
    }

    /// <summary>A character that was put in is one that the strict decoder does not give: the longest beginning that it gives ends before it.</summary>
    private static int Fault(Encoding strict, ReadOnlySpan<byte> text, string characters)
    {
        for (var at = characters.IndexOf('\uFFFD', StringComparison.Ordinal); at >= 0; at = characters.IndexOf('\uFFFD', at + 1))
        {
            // Everything before is sound, so it takes as many bytes as writing it does; a U+FFFD that the document has itself is written in those bytes, too.
            var before = strict.GetByteCount(characters.AsSpan(0, at));
            var own = strict.GetBytes("\uFFFD");
            if (before > text.Length || !text[before..].StartsWith(own))
            {
                return at;
            }
        }

        return 0;
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
