namespace FhirMsc.Fhir.Elements;

/// <summary>The first and the last moment that a partial date or time may stand for (FHIRPath, <c>lowBoundary</c>, <c>highBoundary</c>, <c>precision</c>).</summary>
internal static class TemporalBoundary
{
    /// <summary>Digits of the date or time as stated: <c>2014</c> has 4, milliseconds 17, for times of day 9.</summary>
    public static int Digits(Temporal value) => value.FractionDigits > 0 ? Digits(value.Kind, TemporalPrecision.Second) + 3 : Digits(value.Kind, value.Precision);

    /// <summary>The lowest or highest value, to a number of digits.</summary>
    /// <returns>The boundary; <see langword="null"/> if there is no part that ends at <paramref name="digits"/>.</returns>
    public static Temporal? Find(Temporal value, int? digits, bool high)
    {
        var isTime = value.Kind == TemporalKind.Time;
        var wanted = digits ?? (isTime ? 9 : value.Kind == TemporalKind.Date ? 8 : 17);
        if (PrecisionOf(value.Kind, wanted) is not { } precision)
        {
            return null;
        }

        var low = TemporalComparison.Truncate(value.Ticks, value.Precision);
        var ticks = high ? Last(low, value) : value.Precision == TemporalPrecision.Second ? value.Ticks : low;
        var fraction = wanted == (isTime ? 9 : 17) ? 3 : 0;
        ticks = fraction == 3 ? ticks - (ticks % TimeSpan.TicksPerMillisecond) : TemporalComparison.Truncate(ticks - (ticks % TimeSpan.TicksPerSecond), precision);
        if (isTime || precision <= TemporalPrecision.Day)
        {
            return new Temporal(value.Kind, precision, ticks, fraction);
        }

        // Without a time zone the moment may be as early as the easternmost zone has it, or as late as the westernmost.
        return new Temporal(value.Kind, precision, ticks, fraction, value.OffsetMinutes ?? (high ? -12 * 60 : 14 * 60));
    }

    private static long Last(long low, Temporal value)
    {
        if (value.Precision == TemporalPrecision.Second)
        {
            return value.Ticks + (value.FractionDigits == 0 ? TimeSpan.TicksPerSecond - 1 : 0);
        }

        var start = new DateTime(low, DateTimeKind.Unspecified);
        var next = value.Precision switch
        {
            TemporalPrecision.Year => start.Year == 9999 ? DateTime.MaxValue.Ticks : start.AddYears(1).Ticks,
            TemporalPrecision.Month => start is { Year: 9999, Month: 12 } ? DateTime.MaxValue.Ticks : start.AddMonths(1).Ticks,
            TemporalPrecision.Day => low + TimeSpan.TicksPerDay,
            TemporalPrecision.Hour => low + TimeSpan.TicksPerHour,
            _ => low + TimeSpan.TicksPerMinute,
        };
        return next - 1;
    }

    private static int Digits(TemporalKind kind, TemporalPrecision precision) => kind == TemporalKind.Time
        ? ((int)precision - (int)TemporalPrecision.Hour + 1) * 2
        : 4 + ((int)precision * 2);

    private static TemporalPrecision? PrecisionOf(TemporalKind kind, int digits)
    {
        if (kind == TemporalKind.Time)
        {
            return digits switch { 2 => TemporalPrecision.Hour, 4 => TemporalPrecision.Minute, 6 or 9 => TemporalPrecision.Second, _ => null };
        }

        return digits switch
        {
            4 => TemporalPrecision.Year,
            6 => TemporalPrecision.Month,
            8 => TemporalPrecision.Day,
            10 when kind == TemporalKind.DateTime => TemporalPrecision.Hour,
            12 when kind == TemporalKind.DateTime => TemporalPrecision.Minute,
            14 or 17 when kind == TemporalKind.DateTime => TemporalPrecision.Second,
            _ => null,
        };
    }
}
