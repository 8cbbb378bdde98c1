using System.Globalization;
using System.Text.RegularExpressions;

namespace FhirMsc.Fhir.Validation;

/// <summary>The lexical forms of FHIR's primitive types (https://hl7.org/fhir/R4/datatypes.html#primitive), and the values that only look right.</summary>
internal static partial class PrimitiveFormat
{
    private static readonly Dictionary<string, (Func<string, bool> Holds, string Form)> Forms = new(StringComparer.Ordinal)
    {
        ["integer"] = (text => Integer().IsMatch(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "a whole number from -2147483648 to 2147483647"),
        ["unsignedInt"] = (text => Unsigned().IsMatch(text) && int.TryParse(text, CultureInfo.InvariantCulture, out _), "a whole number from 0 to 2147483647"),
        ["positiveInt"] = (text => Positive().IsMatch(text) && int.TryParse(text, CultureInfo.InvariantCulture, out _), "a whole number from 1 to 2147483647"),
        ["integer64"] = (text => Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "a whole number of at most 64 bits"),
        ["decimal"] = (text => Decimal().IsMatch(text), "digits with '.' as decimal sign"),
        ["date"] = (text => Date().IsMatch(text) && DayExists(text), "YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists"),
        ["dateTime"] = (text => DateAndTime().IsMatch(text) && DayExists(text), "YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with a time zone, and a day that exists"),
        ["instant"] = (text => Instant().IsMatch(text) && DayExists(text), "YYYY-MM-DDThh:mm:ss with a time zone, and a day that exists"),
        ["time"] = (text => Time().IsMatch(text), "hh:mm:ss without a time zone"),
        ["code"] = (text => Code().IsMatch(text), "no white space at either end, and single spaces only inside"),
        ["id"] = (text => Id().IsMatch(text), "1 to 64 letters A-Z a-z, digits, '-' and '.'"),
        ["uri"] = (HasNoSpace, "no white space"),
        ["url"] = (HasNoSpace, "no white space"),
        ["canonical"] = (HasNoSpace, "no white space"),
        ["oid"] = (text => Oid().IsMatch(text), "urn:oid: and a dotted number"),
        ["uuid"] = (text => Uuid().IsMatch(text), "urn:uuid: and a UUID in lower case"),
        ["base64Binary"] = (IsBase64, "base64 in groups of four"),
        ["string"] = (HasText, "at least one character that is not white space, and no control characters but tab and line ends"),
        ["markdown"] = (HasText, "at least one character that is not white space, and no control characters but tab and line ends"),
    };

    /// <summary>What form the type wants, if the text does not have it.</summary>
    /// <param name="type">Name of the primitive type.</param>
    /// <param name="text">The value.</param>
    /// <returns><see langword="null"/> if the text is fine or nothing is known about the type.</returns>
    public static string? Fault(string type, string text) => Forms.TryGetValue(type, out var form) && !form.Holds(text) ? form.Form : null;

    private static bool HasNoSpace(string text) => text.Length > 0 && !text.Any(char.IsWhiteSpace);

    private static bool HasText(string text) => text.Any(c => !char.IsWhiteSpace(c)) && !text.Any(c => c < ' ' && c is not ('\t' or '\n' or '\r'));

    private static bool IsBase64(string text)
    {
        var characters = 0;
        var padding = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            if (c == '=')
            {
                padding++;
            }
            else if (padding > 0 || !(char.IsAsciiLetterOrDigit(c) || c is '+' or '/'))
            {
                return false;
            }

            characters++;
        }

        return characters > 0 && characters % 4 == 0 && padding <= 2;
    }

    private static bool DayExists(string text) =>
        text.Length < 10 || DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^(0|[-+]?[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unsigned();

    [GeneratedRegex(@"^[1-9][0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Positive();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateAndTime();

    [GeneratedRegex(@"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    [GeneratedRegex(@"^([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^[^\s]+( [^\s]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Za-z0-9.\-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"^urn:oid:[0-2](\.(0|[1-9][0-9]*))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Oid();

    [GeneratedRegex(@"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();
}
