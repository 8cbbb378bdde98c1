using System.Globalization;
using System.Text;
using FhirMsc.Fhir.FhirPath.Syntax;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>How names and strings are written in an expression.</summary>
internal static class Names
{
    /// <summary>A name as it stands, or in backquotes where it would be read as something else.</summary>
    public static void PrintName(StringBuilder text, string name)
    {
        var plain = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !Operators.IsReserved(name);
        if (plain)
        {
            text.Append(name);
            return;
        }

        PrintQuoted(text, name, '`');
    }

    public static void PrintString(StringBuilder text, string value) => PrintQuoted(text, value, '\'');

    private static void PrintQuoted(StringBuilder text, string value, char quote)
    {
        text.Append(quote);
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\f' => text.Append("\\f"),
                _ when c == quote => text.Append('\\').Append(c),
                _ when char.IsControl(c) || char.IsSurrogate(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append(quote);
    }
}
