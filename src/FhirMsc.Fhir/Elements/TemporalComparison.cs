namespace FhirMsc.Fhir.Elements;

/// <summary>Order of dates and times that may state different parts (FHIRPath, Date/Time Equality and Comparison).</summary>
internal static class TemporalComparison
{
    /// <summary>Time zones reach from 12 hours west to 14 hours east of UTC.</summary>
    private const long WestmostTicks = 12 * TimeSpan.TicksPerHour;
    private const long EastmostTicks = 14 * TimeSpan.TicksPerHour;

    public static int? Compare(Temporal left, Temporal right)
    {
        var (l, r) = (left.Ticks, right.Ticks);
        if (left.HasTime && right.HasTime && left.Kind != TemporalKind.Time)
        {
            switch (left.OffsetMinutes, right.OffsetMinutes)
            {
                case ({ } a, { } b):
                    l -= a * TimeSpan.TicksPerMinute;
                    r -= b * TimeSpan.TicksPerMinute;
                    break;
                case ({ } a, null):
                    return Uncertain(l - (a * TimeSpan.TicksPerMinute), r);
                case (null, { } b):
                    return -Uncertain(r - (b * TimeSpan.TicksPerMinute), l);
                default:
                    break;
            }
        }

        var common = left.Precision < right.Precision ? left.Precision : right.Precision;
        var order = Truncate(l, common).CompareTo(Truncate(r, common));
        return order != 0 || left.Precision == right.Precision ? order : null;
    }

    /// <summary>Whether both state the same parts and the same values, the rule of <c>~</c>.</summary>
    public static bool AreEquivalent(Temporal left, Temporal right) => left.Precision == right.Precision && Compare(left, right) == 0;

    /// <summary>The start of the part that a moment lies in.</summary>
    public static long Truncate(long ticks, TemporalPrecision precision)
    {
        switch (precision)
        {
            case TemporalPrecision.Second:
                return ticks;
            case TemporalPrecision.Minute:
                return Floor(ticks, TimeSpan.TicksPerMinute);
            case TemporalPrecision.Hour:
                return Floor(ticks, TimeSpan.TicksPerHour);
            case TemporalPrecision.Day:
                return Floor(ticks, TimeSpan.TicksPerDay);
            default:
                var date = new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
                return precision == TemporalPrecision.Month ? new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks : new DateTime(date.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
        }
    }

    private static long Floor(long ticks, long unit) => ticks - (((ticks % unit) + unit) % unit);

    /// <summary>One moment is known, the other only as a local time somewhere: they are in order if they are so in every time zone.</summary>
    private static int? Uncertain(long utc, long local) =>
        utc < local - EastmostTicks ? -1 : utc > local + WestmostTicks ? 1 : null;
}
