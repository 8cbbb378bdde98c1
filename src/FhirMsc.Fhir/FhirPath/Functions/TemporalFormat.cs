using System.Text;
using FhirMsc.Fhir.Elements;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>
/// A format of <c>toDate</c> and <c>toDateTime</c> (FHIRPath, Date/DateTime String Format Codes): a run of the same letter is a code, everything else
/// stands for itself. Names of months and time zones depend on a language and are not read.
/// </summary>
internal sealed class TemporalFormat
{
    private const string Letters = "yMdHhmsSaZz";

    private readonly List<(char Code, int Width, string Literal)> parts;

    private TemporalFormat(List<(char Code, int Width, string Literal)> parts) => this.parts = parts;

    /// <summary>Takes a format apart; null if it has a code that is not read.</summary>
    public static TemporalFormat? Read(string format)
    {
        var parts = new List<(char Code, int Width, string Literal)>();
        for (var at = 0; at < format.Length;)
        {
            var start = at++;
            var code = format[start];
            if (!Letters.Contains(code, StringComparison.Ordinal))
            {
                parts.Add(('\0', 0, code.ToString()));
                continue;
            }

            while (at < format.Length && format[at] == code)
            {
                at++;
            }

            var width = at - start;
            if (!IsCode(code, width))
            {
                return null;
            }

            parts.Add((code, width, string.Empty));
        }

        return new TemporalFormat(parts);
    }

    /// <summary>Reads a text. Only as much is stated as the format has: months only with a year, days only with a month, and so on.</summary>
    public bool TryParse(string text, out Temporal value)
    {
        value = default;
        var found = new Dictionary<char, string>();
        var at = 0;
        foreach (var (code, width, literal) in parts)
        {
            var length = code switch
            {
                '\0' => string.CompareOrdinal(text, at, literal, 0, literal.Length) == 0 ? literal.Length : -1,
                'a' => HalfDay(text, at, found),
                'Z' => Zone(text, at, found),
                _ => Number(text, at, code, width, found),
            };
            if (length < 0)
            {
                return false;
            }

            at += length;
        }

        if (found.ContainsKey('h') && !TryHour(found))
        {
            return false;
        }

        return at == text.Length && Temporal.TryParse(Write(found), TemporalKind.DateTime, out value);
    }

    private static bool IsCode(char code, int width) => code switch
    {
        'y' => width is 2 or 4,
        'M' or 'd' or 'H' or 'h' or 'm' or 's' => width <= 2,
        'S' => width <= 7,
        'a' or 'Z' => width == 1,
        _ => false,
    };

    /// <summary>One letter stands for one or two digits, more letters for as many digits as there are.</summary>
    private static int Number(string text, int at, char code, int width, Dictionary<char, string> found)
    {
        var most = width == 1 && code != 'S' ? 2 : width;
        var end = at;
        while (end < text.Length && end - at < most && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = text[at..end];
        if (digits.Length < width || !found.TryAdd(code, code == 'S' ? digits : digits.PadLeft(2, '0')))
        {
            return -1;
        }

        return digits.Length;
    }

    private static int HalfDay(string text, int at, Dictionary<char, string> found)
    {
        if (at >= text.Length || char.ToUpperInvariant(text[at]) is not ('A' or 'P') || !found.TryAdd('a', char.ToUpperInvariant(text[at]).ToString()))
        {
            return -1;
        }

        return at + 1 < text.Length && char.ToUpperInvariant(text[at + 1]) == 'M' ? 2 : 1;
    }

    /// <summary><c>Z</c>, <c>+0200</c>, or <c>+02:00</c>.</summary>
    private static int Zone(string text, int at, Dictionary<char, string> found)
    {
        if (at < text.Length && text[at] == 'Z')
        {
            return found.TryAdd('Z', "Z") ? 1 : -1;
        }

        var colon = at + 3 < text.Length && text[at + 3] == ':' ? 1 : 0;
        if (at + 5 + colon > text.Length || text[at] is not ('+' or '-'))
        {
            return -1;
        }

        var zone = $"{text.AsSpan(at, 3)}:{text.AsSpan(at + 3 + colon, 2)}";
        return found.TryAdd('Z', zone) ? 5 + colon : -1;
    }

    /// <summary>The parts as FHIR writes them. What does not fit together gives a text that is no date.</summary>
    private static string Write(Dictionary<char, string> found)
    {
        var text = new StringBuilder(Year(found));
        foreach (var (code, separator) in new[] { ('M', '-'), ('d', '-'), ('H', 'T'), ('m', ':'), ('s', ':'), ('S', '.') })
        {
            if (found.GetValueOrDefault(code) is not { } part)
            {
                // A part behind a gap makes no date.
                return found.Keys.Any(later => "yMdHmsS".IndexOf(later, StringComparison.Ordinal) > "yMdHmsS".IndexOf(code, StringComparison.Ordinal))
                    ? string.Empty
                    : text.Append(found.GetValueOrDefault('Z')).ToString();
            }

            text.Append(separator).Append(part);
        }

        return text.Append(found.GetValueOrDefault('Z')).ToString();
    }

    /// <summary>Two digits mean 2000 to 2049 and 1950 to 1999.</summary>
    private static string Year(Dictionary<char, string> found) =>
        found.GetValueOrDefault('y') is not { } year ? string.Empty : year.Length == 4 ? year : (string.CompareOrdinal(year, "50") < 0 ? "20" : "19") + year;

    /// <summary>An hour of half a day needs to know of which half, and excludes an hour of the whole day.</summary>
    private static bool TryHour(Dictionary<char, string> found)
    {
        var hour = ((found['h'][0] - '0') * 10) + found['h'][1] - '0';
        if (hour is < 1 or > 12 || !found.TryGetValue('a', out var half))
        {
            return false;
        }

        hour = (hour % 12) + (half == "P" ? 12 : 0);
        return found.TryAdd('H', $"{hour / 10}{hour % 10}");
    }
}
