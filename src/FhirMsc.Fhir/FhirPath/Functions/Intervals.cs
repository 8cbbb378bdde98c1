using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, <c>duration</c> (whole calendar periods between two values) and <c>difference</c> (boundaries of periods crossed).</summary>
internal static class Intervals
{
    public static Transform Between(FunctionCall call, bool whole)
    {
        var other = call.Argument(0);
        var precision = call.Argument(1);
        var what = $"{call.Name}()";
        return (run, start) =>
        {
            var known = run.TryValue(start, call.Offset, what, out var from);
            run.Drop(start);
            other(run);
            known &= run.TryValue(start, call.Offset, what, out var to);
            run.Drop(start);
            precision(run);
            known &= run.TryString(start, call.Offset, what, out var name);
            run.Drop(start);
            if (!known)
            {
                return;
            }

            if (!AreAlike(from, to))
            {
                throw new EvaluationException(FhirPathIssues.WrongType, call.Offset, what, $"{run.Describe(from)} and {run.Describe(to)}");
            }

            if (Unit(name, from.TemporalValue.Kind == TemporalKind.Time, isDate: from.Kind == ItemKind.Date && to.Kind == ItemKind.Date) is not { } unit)
            {
                throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, $"'{name}' is no precision that {what} takes here. The precisions are year, month, week, day, hour, minute, second and millisecond.");
            }

            if (Count(from.TemporalValue, to.TemporalValue, unit, whole) is { } count)
            {
                run.Push(Item.Of(count));
            }
        };
    }

    private static bool AreAlike(in Item from, in Item to) =>
        (from.Kind == ItemKind.Time && to.Kind == ItemKind.Time)
        || (from.Kind is ItemKind.Date or ItemKind.DateTime && to.Kind is ItemKind.Date or ItemKind.DateTime);

    private static CalendarUnit? Unit(string name, bool isTime, bool isDate) =>
        QuantityUnit.OfCalendar(name)?.Calendar is { } unit && (!isTime || unit >= CalendarUnit.Hour) && (!isDate || unit <= CalendarUnit.Day) ? unit : null;

    private static int? Count(Temporal from, Temporal to, CalendarUnit unit, bool whole)
    {
        var needed = unit switch
        {
            CalendarUnit.Year => TemporalPrecision.Year,
            CalendarUnit.Month => TemporalPrecision.Month,
            CalendarUnit.Week or CalendarUnit.Day => TemporalPrecision.Day,
            CalendarUnit.Hour => TemporalPrecision.Hour,
            CalendarUnit.Minute => TemporalPrecision.Minute,
            _ => TemporalPrecision.Second,
        };
        if (from.Precision < needed || to.Precision < needed)
        {
            return null;
        }

        var (start, end) = (from.Ticks, to.Ticks);
        if (unit >= CalendarUnit.Hour && from.OffsetMinutes is { } a && to.OffsetMinutes is { } b)
        {
            start -= a * TimeSpan.TicksPerMinute;
            end -= b * TimeSpan.TicksPerMinute;
        }

        return start <= end ? Forward(start, end, unit, whole) : -Forward(end, start, unit, whole);
    }

    private static int Forward(long start, long end, CalendarUnit unit, bool whole)
    {
        if (unit <= CalendarUnit.Month)
        {
            var (from, to) = (new DateTime(start, DateTimeKind.Unspecified), new DateTime(end, DateTimeKind.Unspecified));
            var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
            if (!whole)
            {
                return unit == CalendarUnit.Year ? to.Year - from.Year : months;
            }

            months -= months > 0 && from.AddMonths(months) > to ? 1 : 0;
            return unit == CalendarUnit.Year ? months / 12 : months;
        }

        var length = unit switch
        {
            CalendarUnit.Week => 7 * TimeSpan.TicksPerDay,
            CalendarUnit.Day => TimeSpan.TicksPerDay,
            CalendarUnit.Hour => TimeSpan.TicksPerHour,
            CalendarUnit.Minute => TimeSpan.TicksPerMinute,
            CalendarUnit.Second => TimeSpan.TicksPerSecond,
            _ => TimeSpan.TicksPerMillisecond,
        };

        // 0001-01-01 was a Monday; weeks start on Sunday, so they start a day before the ticks do.
        var origin = unit == CalendarUnit.Week ? -TimeSpan.TicksPerDay : 0;
        var count = whole ? (end - start) / length : ((end - origin) / length) - ((start - origin) / length);
        return (int)Math.Min(count, int.MaxValue);
    }
}
