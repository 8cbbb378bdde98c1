namespace FhirMsc.Fhir.Validation;

/// <summary>The lexical forms of dates and times (https://hl7.org/fhir/R4/datatypes.html#date): digits at fixed places, and days that exist.</summary>
internal static class DateForm
{
    /// <summary><c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text) => text.Length is 4 or 7 or 10 && IsDay(text);

    /// <summary>A date, or a day with a time and a zone.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text) => text.Length <= 10 ? IsDate(text) : IsInstant(text);

    /// <summary>A day with a time and a zone.</summary>
    public static bool IsInstant(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20 || text[10] != 'T' || !IsDay(text[..10]))
        {
            return false;
        }

        var rest = text[11..];
        var zone = rest.IndexOfAny("Z+-"u8);
        return zone > 0 && IsTime(rest[..zone]) && IsZone(rest[zone..]);
    }

    /// <summary><c>hh:mm:ss</c>, with as many digits of a second as one likes.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':' || Two(text, 0) is < 0 or > 23 || Two(text, 3) is < 0 or > 59 || Two(text, 6) is < 0 or > 60)
        {
            return false;
        }

        return text.Length == 8 || (text.Length > 9 && text[8] == '.' && text[9..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
    }

    private static bool IsZone(ReadOnlySpan<byte> text) =>
        text.Length == 1
            ? text[0] == 'Z'
            : text.Length == 6 && text[0] != 'Z' && text[3] == ':' && Two(text, 1) is >= 0 and var hours && Two(text, 4) is >= 0 and <= 59 and var minutes && (hours <= 13 || (hours == 14 && minutes == 0));

    private static bool IsDay(ReadOnlySpan<byte> text)
    {
        if (Two(text, 0) is var century and >= 0 && Two(text, 2) is var years and >= 0)
        {
            var year = (century * 100) + years;
            if (text.Length == 4)
            {
                return true;
            }

            if (text[4] != '-' || Two(text, 5) is not (>= 1 and <= 12 and var month))
            {
                return false;
            }

            return text.Length == 7 || (text[7] == '-' && year > 0 && Two(text, 8) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month));
        }

        return false;
    }

    /// <summary>Two digits as a number; -1 if they are none.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : -1;
    }
}
