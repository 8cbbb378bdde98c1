namespace FhirMsc.Fhir.Elements;

/// <summary>
/// Dates and times plus or minus a duration (FHIRPath, Date/Time Arithmetic): calendar rules, the last day of a month where the day does not exist, decimals
/// of anything above seconds dropped, and durations finer than the stated precision turned into it (12 months or 365 days are a year, 30 days a month).
/// </summary>
internal static class TemporalArithmetic
{
    /// <summary>Adds a duration.</summary>
    /// <param name="start">The date or time.</param>
    /// <param name="amount">How many units; negative to subtract.</param>
    /// <param name="unit">The calendar unit.</param>
    /// <returns>The result, to the precision of <paramref name="start"/>; <see langword="null"/> outside the years 1 to 9999.</returns>
    public static Temporal? Add(Temporal start, decimal amount, CalendarUnit unit)
    {
        try
        {
            return start.Kind == TemporalKind.Time ? AddToTime(start, amount, unit) : AddToDate(start, amount, unit);
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static Temporal AddToTime(Temporal start, decimal amount, CalendarUnit unit)
    {
        var ticks = Ticks(start.Precision, amount, unit);
        var sum = (((start.Ticks + (ticks % TimeSpan.TicksPerDay)) % TimeSpan.TicksPerDay) + TimeSpan.TicksPerDay) % TimeSpan.TicksPerDay;
        return With(start, sum);
    }

    private static Temporal AddToDate(Temporal start, decimal amount, CalendarUnit unit)
    {
        if (unit is CalendarUnit.Year or CalendarUnit.Month)
        {
            // A month is the twelfth part of a year: it counts for a year's precision only twelve at a time.
            var whole = (int)decimal.Truncate(amount);
            var months = unit == CalendarUnit.Year ? checked(whole * 12) : start.Precision == TemporalPrecision.Year ? whole / 12 * 12 : whole;
            return With(start, start.Date.AddMonths(months).Ticks);
        }

        if (start.Precision >= TemporalPrecision.Day)
        {
            return With(start, checked(start.Ticks + Ticks(start.Precision, amount, unit)));
        }

        var days = Ticks(TemporalPrecision.Day, amount, unit) / TimeSpan.TicksPerDay;
        var parts = start.Precision == TemporalPrecision.Year ? checked((int)(days / 365) * 12) : checked((int)(days / 30));
        return With(start, start.Date.AddMonths(parts).Ticks);
    }

    /// <summary>The duration in ticks, cut to whole units of the precision.</summary>
    private static long Ticks(TemporalPrecision precision, decimal amount, CalendarUnit unit)
    {
        if (unit < CalendarUnit.Second)
        {
            amount = decimal.Truncate(amount);
        }

        var ticks = decimal.ToInt64(decimal.Truncate(amount * TicksOf(unit)));
        var step = precision switch
        {
            TemporalPrecision.Day => TimeSpan.TicksPerDay,
            TemporalPrecision.Hour => TimeSpan.TicksPerHour,
            TemporalPrecision.Minute => TimeSpan.TicksPerMinute,
            _ => 1,
        };
        return ticks / step * step;
    }

    private static long TicksOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Week => 7 * TimeSpan.TicksPerDay,
        CalendarUnit.Day => TimeSpan.TicksPerDay,
        CalendarUnit.Hour => TimeSpan.TicksPerHour,
        CalendarUnit.Minute => TimeSpan.TicksPerMinute,
        CalendarUnit.Second => TimeSpan.TicksPerSecond,
        _ => TimeSpan.TicksPerMillisecond,
    };

    private static Temporal With(Temporal start, long ticks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ticks, DateTime.MaxValue.Ticks);
        var digits = start.FractionDigits;
        if (start.Precision == TemporalPrecision.Second && digits < 7)
        {
            // A sum that has a finer fraction than the start shows it: three digits if that is enough.
            var fraction = ticks % TimeSpan.TicksPerSecond;
            var needed = fraction == 0 ? 0 : fraction % TimeSpan.TicksPerMillisecond == 0 ? 3 : 7;
            digits = fraction % Pow10(7 - digits) == 0 ? digits : Math.Max(digits, needed);
        }

        return new Temporal(start.Kind, start.Precision, ticks, digits, start.OffsetMinutes);
    }

    private static long Pow10(int exponent)
    {
        var power = 1L;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
