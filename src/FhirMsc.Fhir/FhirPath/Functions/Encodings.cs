using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Unicode;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Additional String Functions: <c>encode</c>, <c>decode</c>, <c>escape</c>, <c>unescape</c>. Texts are encoded as UTF-8.</summary>
internal static class Encodings
{
    public static Transform Encode(FunctionCall call) => Strings.WithText(call, (text, format) =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return format switch
        {
            "hex" => Item.Of(Convert.ToHexStringLower(bytes)),
            "base64" => Item.Of(Convert.ToBase64String(bytes)),
            "urlbase64" => Item.Of(Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_')),
            "ascii" => Item.Of(ToAscii(text)),
            _ => throw Unknown(call, format, "hex, base64, urlbase64 and ascii"),
        };
    });

    public static Transform Decode(FunctionCall call) => Strings.WithText(call, (text, format) =>
    {
        try
        {
            var bytes = format switch
            {
                "hex" => Convert.FromHexString(text),
                "base64" => Convert.FromBase64String(text),
                "urlbase64" => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/')),
                _ => throw Unknown(call, format, "hex, base64 and urlbase64"),
            };

            // Bytes that are no UTF-8 are empty, never a text with replacement characters.
            return Utf8.IsValid(bytes) ? Item.Of(Encoding.UTF8.GetString(bytes)) : null;
        }
        catch (FormatException)
        {
            throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, $"The text is not {format}.");
        }
    });

    public static Transform Escape(FunctionCall call) => Strings.WithText(call, (text, target) => target switch
    {
        "html" => Item.Of(WebUtility.HtmlEncode(text)),
        "json" => Item.Of(EscapeJson(text)),
        _ => throw Unknown(call, target, "html and json"),
    });

    public static Transform Unescape(FunctionCall call) => Strings.WithText(call, (text, target) => target switch
    {
        "html" => Item.Of(WebUtility.HtmlDecode(text)),
        "json" => Item.Of(UnescapeJson(text)),
        _ => throw Unknown(call, target, "html and json"),
    });

    /// <summary>Every character above 127 becomes one question mark.</summary>
    private static string ToAscii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            ascii.Append(rune.IsAscii ? (char)rune.Value : '?');
        }

        return ascii.ToString();
    }

    private static string EscapeJson(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                '\f' => escaped.Append("\\f"),
                '\b' => escaped.Append("\\b"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Resolves JSON's escapes; a backslash that starts none stays.</summary>
    private static string UnescapeJson(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            var escape = text[i + 1];
            if (escape == 'u' && i + 6 <= text.Length && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                i += 5;
                continue;
            }

            char? simple = escape switch { '"' => '"', '\\' => '\\', '/' => '/', 'n' => '\n', 'r' => '\r', 't' => '\t', 'f' => '\f', 'b' => '\b', _ => null };
            plain.Append(simple ?? '\\');
            i += simple is null ? 0 : 1;
        }

        return plain.ToString();
    }

    private static EvaluationException Unknown(FunctionCall call, string name, string known) =>
        new(FhirPathIssues.WrongValue, call.Offset, $"{call.Name}() does not know '{name}'. It knows {known}.");
}
