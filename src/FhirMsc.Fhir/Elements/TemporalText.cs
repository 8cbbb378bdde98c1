using System.Globalization;
using System.Text;

namespace FhirMsc.Fhir.Elements;

/// <summary>
/// Reads and writes dates and times: <c>YYYY(-MM(-DD(Thh(:mm(:ss(.f+)))(Z|±hh:mm))))</c>, and <c>hh(:mm(:ss(.f+)))</c>. A date with time may end
/// after any part, as FHIRPath literals do.
/// </summary>
internal static class TemporalText
{
    private const int MaxFractionDigits = 7;

    public static bool TryParse(ReadOnlySpan<char> text, TemporalKind kind, out Temporal value)
    {
        value = default;
        if (kind == TemporalKind.Time)
        {
            text = text.StartsWith("T") ? text[1..] : text;
            return TryTime(text, out var part, allowZone: false) && part.Precision is { } stated && Make(kind, stated, part.Ticks, part, out value);
        }

        if (!TryDate(ref text, out var precision, out var ticks))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            value = new Temporal(kind, precision, ticks);
            return true;
        }

        if (kind == TemporalKind.Date || text[0] != 'T')
        {
            return false;
        }

        text = text[1..];
        if (text.IsEmpty)
        {
            value = new Temporal(kind, precision, ticks);
            return true;
        }

        return precision == TemporalPrecision.Day && TryTime(text, out var time, allowZone: true) && time.Precision is { } finest && Make(kind, finest, ticks + time.Ticks, time, out value);
    }

    public static string Format(Temporal value)
    {
        var text = new StringBuilder(32);
        var invariant = CultureInfo.InvariantCulture;
        if (value.Kind != TemporalKind.Time)
        {
            text.Append(invariant, $"{value.Year:D4}");
            if (value.Month is { } month)
            {
                text.Append(invariant, $"-{month:D2}");
            }

            if (value.Day is { } day)
            {
                text.Append(invariant, $"-{day:D2}");
            }

            if (value.HasTime)
            {
                text.Append('T');
            }
        }

        if (value.Hour is { } hour)
        {
            text.Append(invariant, $"{hour:D2}");
        }

        if (value.Minute is { } minute)
        {
            text.Append(invariant, $":{minute:D2}");
        }

        if (value.Second is { } second)
        {
            text.Append(invariant, $":{second:D2}");
            if (value.FractionDigits > 0)
            {
                var digits = (value.Ticks % TimeSpan.TicksPerSecond).ToString("D7", invariant);
                text.Append('.').Append(digits.AsSpan(0, Math.Min(value.FractionDigits, MaxFractionDigits)));
                text.Append('0', Math.Max(0, value.FractionDigits - MaxFractionDigits));
            }
        }

        if (value.OffsetMinutes is { } offset)
        {
            text.Append(offset == 0 ? "Z" : string.Create(invariant, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:D2}:{Math.Abs(offset) % 60:D2}"));
        }

        return text.ToString();
    }

    private static bool Make(TemporalKind kind, TemporalPrecision precision, long ticks, TimePart part, out Temporal value)
    {
        value = new Temporal(kind, precision, ticks, part.FractionDigits, part.Offset, part.LeapSecond);
        return true;
    }

    private static bool TryDate(ref ReadOnlySpan<char> text, out TemporalPrecision precision, out long ticks)
    {
        precision = TemporalPrecision.Year;
        ticks = 0;
        if (!TryDigits(ref text, 4, out var year) || year == 0)
        {
            return false;
        }

        var (month, day) = (1, 1);
        if (text.StartsWith("-"))
        {
            text = text[1..];
            if (!TryDigits(ref text, 2, out month) || month is < 1 or > 12)
            {
                return false;
            }

            precision = TemporalPrecision.Month;
            if (text.StartsWith("-"))
            {
                text = text[1..];
                if (!TryDigits(ref text, 2, out day) || day < 1 || day > DateTime.DaysInMonth(year, month))
                {
                    return false;
                }

                precision = TemporalPrecision.Day;
            }
        }

        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out TimePart part, bool allowZone)
    {
        part = default;
        if (!TryDigits(ref text, 2, out var hour) || hour > 23)
        {
            return false;
        }

        part.Precision = TemporalPrecision.Hour;
        part.Ticks = hour * TimeSpan.TicksPerHour;
        if (text.StartsWith(":"))
        {
            text = text[1..];
            if (!TryDigits(ref text, 2, out var minute) || minute > 59)
            {
                return false;
            }

            part.Precision = TemporalPrecision.Minute;
            part.Ticks += minute * TimeSpan.TicksPerMinute;
            if (text.StartsWith(":") && !TrySecond(ref text, ref part))
            {
                return false;
            }
        }

        return text.IsEmpty || (allowZone && TryZone(text, ref part));
    }

    private static bool TrySecond(ref ReadOnlySpan<char> text, ref TimePart part)
    {
        text = text[1..];
        if (!TryDigits(ref text, 2, out var second) || second > 60)
        {
            return false;
        }

        part.LeapSecond = second == 60;
        part.Precision = TemporalPrecision.Second;
        part.Ticks += Math.Min(second, 59) * TimeSpan.TicksPerSecond;
        if (!text.StartsWith("."))
        {
            return true;
        }

        text = text[1..];
        var digits = 0;
        var scale = TimeSpan.TicksPerSecond;
        for (; !text.IsEmpty && char.IsAsciiDigit(text[0]); text = text[1..])
        {
            scale /= 10;
            part.Ticks += (text[0] - '0') * scale;
            digits++;
        }

        part.FractionDigits = Math.Min(digits, byte.MaxValue);
        return digits > 0;
    }

    private static bool TryZone(ReadOnlySpan<char> text, ref TimePart part)
    {
        if (text is "Z")
        {
            part.Offset = 0;
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':')
        {
            return false;
        }

        var hours = text[1..3];
        var minutes = text[4..6];
        if (!TryDigits(ref hours, 2, out var h) || !TryDigits(ref minutes, 2, out var m) || m > 59 || (h * 60) + m > 14 * 60)
        {
            return false;
        }

        part.Offset = (text[0] == '-' ? -1 : 1) * ((h * 60) + m);
        return true;
    }

    private static bool TryDigits(ref ReadOnlySpan<char> text, int count, out int number)
    {
        number = 0;
        if (text.Length < count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + text[i] - '0';
        }

        text = text[count..];
        return true;
    }

    private struct TimePart
    {
        public TemporalPrecision? Precision;
        public long Ticks;
        public int FractionDigits;
        public int? Offset;
        public bool LeapSecond;
    }
}
