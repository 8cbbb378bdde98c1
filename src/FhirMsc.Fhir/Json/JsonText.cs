using System.Buffers;
using System.Globalization;
using System.Text;

namespace FhirMsc.Fhir.Json;

/// <summary>JSON's spelling of strings (RFC 8259 section 7): decoding escapes, and finding the ones that stand for no character.</summary>
internal static class JsonText
{
    private const int LongestOnStack = 256;

    /// <summary>Decodes a string's bytes. Half surrogates, which the parser has reported, become U+FFFD.</summary>
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        // No byte becomes more than one UTF-16 unit.
        var rented = raw.Length > LongestOnStack ? ArrayPool<char>.Shared.Rent(raw.Length) : null;
        var text = rented ?? stackalloc char[LongestOnStack];
        var length = 0;
        while (raw.Length > 0)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain != 0)
            {
                var run = plain < 0 ? raw : raw[..plain];
                length += Encoding.UTF8.GetChars(run, text[length..]);
                raw = raw[run.Length..];
                continue;
            }

            if (raw[1] != (byte)'u')
            {
                text[length++] = Simple(raw[1]);
                raw = raw[2..];
                continue;
            }

            var unit = Unit(raw);
            raw = raw[6..];
            if (char.IsHighSurrogate(unit) && raw.Length >= 6 && raw[0] == (byte)'\\' && raw[1] == (byte)'u' && char.IsLowSurrogate(Unit(raw)))
            {
                text[length++] = unit;
                text[length++] = Unit(raw);
                raw = raw[6..];
            }
            else
            {
                text[length++] = char.IsSurrogate(unit) ? '\uFFFD' : unit;
            }
        }

        var unescaped = text[..length].ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return unescaped;
    }

    /// <summary>The first half surrogate among the escapes, or <see langword="null"/>.</summary>
    public static char? LoneSurrogate(ReadOnlySpan<byte> raw)
    {
        for (var at = raw.IndexOf((byte)'\\'); at >= 0; at = raw.IndexOf((byte)'\\'))
        {
            if (raw[at + 1] != (byte)'u')
            {
                raw = raw[(at + 2)..];
                continue;
            }

            var unit = Unit(raw[at..]);
            raw = raw[(at + 6)..];
            if (!char.IsSurrogate(unit))
            {
                continue;
            }

            var paired = char.IsHighSurrogate(unit) && raw.Length >= 6 && raw[0] == (byte)'\\' && raw[1] == (byte)'u' && char.IsLowSurrogate(Unit(raw));
            if (!paired)
            {
                return unit;
            }

            raw = raw[6..];
        }

        return null;
    }

    private static char Unit(ReadOnlySpan<byte> escape) => (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char Simple(byte escape) => escape switch
    {
        (byte)'n' => '\n',
        (byte)'t' => '\t',
        (byte)'r' => '\r',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        _ => (char)escape,
    };
}
