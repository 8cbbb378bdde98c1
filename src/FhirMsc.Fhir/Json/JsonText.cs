using System.Globalization;
using System.Text;

namespace FhirMsc.Fhir.Json;

/// <summary>JSON's spelling of strings (RFC 8259 section 7): decoding escapes, and finding the ones that stand for no character.</summary>
internal static class JsonText
{
    /// <summary>Decodes a string's bytes. Half surrogates, which the parser has reported, become U+FFFD.</summary>
    public static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (raw.Length > 0)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain != 0)
            {
                var run = plain < 0 ? raw : raw[..plain];
                text.Append(Encoding.UTF8.GetString(run));
                raw = raw[run.Length..];
                continue;
            }

            if (raw[1] != (byte)'u')
            {
                text.Append(Simple(raw[1]));
                raw = raw[2..];
                continue;
            }

            var unit = Unit(raw);
            raw = raw[6..];
            if (char.IsHighSurrogate(unit) && raw.Length >= 6 && raw[0] == (byte)'\\' && raw[1] == (byte)'u' && char.IsLowSurrogate(Unit(raw)))
            {
                text.Append(unit).Append(Unit(raw));
                raw = raw[6..];
            }
            else
            {
                text.Append(char.IsSurrogate(unit) ? '\uFFFD' : unit);
            }
        }

        return text.ToString();
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
