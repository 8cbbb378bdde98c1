using System.Buffers;
using System.Text;

namespace FhirMsc.Fhir.Validation;

/// <summary>The lexical forms of texts (https://hl7.org/fhir/R4/datatypes.html#primitive).</summary>
internal static class TextForm
{
    private static readonly SearchValues<byte> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);
    private static readonly SearchValues<byte> Base64Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\v\f"u8);

    /// <summary>1 to 64 letters, digits, hyphens and dots.</summary>
    public static bool IsId(ReadOnlySpan<byte> text) => text.Length is > 0 and <= 64 && text.IndexOfAnyExcept(IdCharacters) < 0;

    /// <summary>No white space but single spaces inside.</summary>
    public static bool IsCode(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] == ' ' || text[^1] == ' ' || text.IndexOf("  "u8) >= 0 || text.IndexOfAny("\t\r\n\v\f"u8) >= 0)
        {
            return false;
        }

        return Ascii.IsValid(text) || !HasBlank(text, 0x20);
    }

    /// <summary>No white space; what claims to be a UUID or an OID must be one.</summary>
    public static bool IsUri(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.IndexOfAny(Blanks) >= 0 || (!Ascii.IsValid(text) && HasBlank(text, 0)))
        {
            return false;
        }

        return text.StartsWith("urn:uuid:"u8) ? IsUuid(text) : text.StartsWith("urn:oid:"u8) ? IsOid(text) : !text.StartsWith("oid:"u8) && !text.StartsWith("uuid:"u8);
    }

    /// <summary><c>urn:uuid:</c> and a UUID in lower case.</summary>
    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 45 || !text.StartsWith("urn:uuid:"u8))
        {
            return false;
        }

        var uuid = text[9..];
        for (var i = 0; i < uuid.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? uuid[i] != '-' : uuid[i] is not (>= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'f'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>urn:oid:</c> and numbers without leading zeros, joined by dots.</summary>
    public static bool IsOid(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("urn:oid:"u8))
        {
            return false;
        }

        var rest = text[8..];
        if (rest.IsEmpty || rest[0] is not (>= (byte)'0' and <= (byte)'2'))
        {
            return false;
        }

        var parts = 0;
        while (true)
        {
            var dot = rest.IndexOf((byte)'.');
            var part = dot < 0 ? rest : rest[..dot];
            if (part.IsEmpty || part.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 || (part.Length > 1 && (part[0] == '0' || parts == 0)))
            {
                return false;
            }

            parts++;
            if (dot < 0)
            {
                return parts > 1;
            }

            rest = rest[(dot + 1)..];
        }
    }

    /// <summary>Groups of four, with padding only at the end; white space is skipped.</summary>
    public static bool IsBase64(ReadOnlySpan<byte> text)
    {
        var characters = 0;
        var padding = 0;
        while (!text.IsEmpty)
        {
            var run = text.IndexOfAnyExcept(Base64Characters);
            run = run < 0 ? text.Length : run;
            if (run > 0 && padding > 0)
            {
                return false;
            }

            characters += run;
            text = text[run..];
            if (text.IsEmpty)
            {
                break;
            }

            if (text[0] == '=')
            {
                padding++;
            }
            else if (!Blanks.Contains(text[0]))
            {
                return false;
            }

            text = text[1..];
        }

        return characters > 0 && (characters + padding) % 4 == 0 && padding <= 2;
    }

    /// <summary>Something besides white space, and no control characters but tab and line ends.</summary>
    public static bool HasText(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyInRange((byte)0, (byte)0x1F) is var control and >= 0)
        {
            foreach (var b in text[control..])
            {
                if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                {
                    return false;
                }
            }
        }

        var first = text.IndexOfAnyExcept(Blanks);
        return first >= 0 && (text[first] < 0x80 || HasOther(text[first..]));
    }

    /// <summary>Whether a text that is not plain ASCII holds white space other than one character.</summary>
    private static bool HasBlank(ReadOnlySpan<byte> text, int but)
    {
        foreach (var rune in Encoding.UTF8.GetString(text).EnumerateRunes())
        {
            if (rune.Value != but && Rune.IsWhiteSpace(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOther(ReadOnlySpan<byte> text)
    {
        foreach (var rune in Encoding.UTF8.GetString(text).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                return true;
            }
        }

        return false;
    }
}
