using System.Globalization;
using System.Text;
using System.Xml;

namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>Characters and references to them, as XML has them (XML 1.0, sections 2.2, 4.1 and 4.6).</summary>
internal static class XhtmlCharacters
{
    /// <summary>Whether all are characters of XML: no controls but tab and line ends, no half surrogates, neither U+FFFE nor U+FFFF.</summary>
    public static bool AreValid(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyExceptInRange(' ', '\uD7FF') is var at and >= 0)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                text = text[(at + 1)..];
            }
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                text = text[(at + 2)..];
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every ampersand starts a reference to a character, or to one of the five entities that XML has by itself.</summary>
    public static bool HasValidReferences(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('&') is var at and >= 0)
        {
            text = text[at..];
            if (!TryReference(text, out _, out var length))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    /// <summary>Puts characters in place of references.</summary>
    /// <param name="raw">As written, with valid references.</param>
    /// <param name="isAttribute">Whether white space as written becomes a space (XML 1.0, section 3.3.3).</param>
    public static string Decode(ReadOnlySpan<char> raw, bool isAttribute)
    {
        if (raw.IndexOf('&') < 0 && (!isAttribute || raw.IndexOfAny('\t', '\r', '\n') < 0))
        {
            return raw.ToString();
        }

        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            if (raw[0] == '&' && TryReference(raw, out var rune, out var length))
            {
                text.Append(rune.ToString());
                raw = raw[length..];
                continue;
            }

            // Section 2.11: a carriage return and a line feed are one line end.
            if (!isAttribute || raw is not ['\r', '\n', ..])
            {
                text.Append(isAttribute && raw[0] is '\t' or '\r' or '\n' ? ' ' : raw[0]);
            }

            raw = raw[1..];
        }

        return text.ToString();
    }

    private static bool TryReference(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        (rune, length) = (default, text.IndexOf(';') + 1);
        if (length < 3)
        {
            return false;
        }

        var name = text[1..(length - 1)];
        if (name[0] == '#')
        {
            var isHex = name.Length > 2 && name[1] == 'x';
            var digits = name[(isHex ? 2 : 1)..];
            return int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && Rune.TryCreate(value, out rune) && (value > char.MaxValue || XmlConvert.IsXmlChar((char)value));
        }

        var character = name switch { "amp" => '&', "lt" => '<', "gt" => '>', "quot" => '"', "apos" => '\'', _ => '\0' };
        rune = new Rune(character);
        return character != '\0';
    }
}
