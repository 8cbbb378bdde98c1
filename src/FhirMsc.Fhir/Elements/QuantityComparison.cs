using FhirMsc.Fhir.Elements.Units;

namespace FhirMsc.Fhir.Elements;

/// <summary>
/// Equality, equivalence, order and conversion of quantities (FHIRPath, Quantity Equality and the table of calendar durations). Calendar years and months
/// and UCUM's definite ones don't compare; up to weeks the two are the same.
/// </summary>
internal static class QuantityComparison
{
    /// <summary>Days of a calendar year and month where no date anchors them.</summary>
    private const int DaysOfYear = 365;
    private const int DaysOfMonth = 30;

    public static int? Compare(Quantity left, Quantity right)
    {
        if (left.Unit.Kind == right.Unit.Kind && left.Unit.Code == right.Unit.Code)
        {
            return left.Value.CompareTo(right.Value);
        }

        return Align(left.Unit, right.Unit) is { } scales ? scales.Left.ToBase(BigRational.Of(left.Value)).CompareTo(scales.Right.ToBase(BigRational.Of(right.Value))) : null;
    }

    public static bool AreComparable(Quantity left, Quantity right) => left.Unit.Code == right.Unit.Code || Align(left.Unit, right.Unit) is not null;

    /// <summary>
    /// FHIRPath, Quantity Equivalence: both are converted to the coarser of the two units, so that the conversion does not make up digits, and rounded to the
    /// digits that both then have. Calendar durations count as the definite ones.
    /// </summary>
    public static bool AreEquivalent(Quantity left, Quantity right)
    {
        if (left.Unit.Kind != right.Unit.Kind)
        {
            left = new Quantity(left.Value, left.Unit.AsUcum());
            right = new Quantity(right.Value, right.Unit.AsUcum());
        }

        if (left.Unit.Code == right.Unit.Code)
        {
            return DecimalText.AreEquivalent(left.Value, right.Value);
        }

        if (Align(left.Unit, right.Unit) is not { } scales)
        {
            return false;
        }

        var coarser = scales.Left.Factor.CompareTo(scales.Right.Factor) >= 0 ? scales.Left : scales.Right;
        return coarser.FromBase(scales.Left.ToBase(BigRational.Of(left.Value))).ToDecimal() is { } l
            && coarser.FromBase(scales.Right.ToBase(BigRational.Of(right.Value))).ToDecimal() is { } r
            && DecimalText.AreEquivalent(l, r);
    }

    public static Quantity? Convert(Quantity value, QuantityUnit unit)
    {
        if (value.Unit.Code == unit.Code && (value.Unit.Kind == unit.Kind || value.Unit.Kind == QuantityUnitKind.Either))
        {
            return new Quantity(value.Value, unit);
        }

        return Align(value.Unit, unit) is { } scales && scales.Right.FromBase(scales.Left.ToBase(BigRational.Of(value.Value))).ToDecimal() is { } converted
            ? new Quantity(converted, unit)
            : null;
    }

    /// <summary>Two units on one scale, or <see langword="null"/> if there is none.</summary>
    public static (UcumUnit Left, UcumUnit Right)? Align(QuantityUnit left, QuantityUnit right)
    {
        left = Resolve(left, right);
        right = Resolve(right, left);
        if (left.Kind == QuantityUnitKind.Calendar && right.Kind == QuantityUnitKind.Calendar)
        {
            return AlignCalendar(left.Calendar!.Value, right.Calendar!.Value);
        }

        if (left.Ucum is not { } l || right.Ucum is not { } r || !l.IsCommensurable(r) || !MayMix(left, right) || !MayMix(right, left))
        {
            return null;
        }

        return (l, r);
    }

    /// <summary>A unit of a FHIR Quantity takes the side of the other operand.</summary>
    private static QuantityUnit Resolve(QuantityUnit unit, QuantityUnit other) =>
        unit.Kind == QuantityUnitKind.Either && other.Kind == QuantityUnitKind.Calendar ? unit.AsCalendar() : unit;

    private static bool MayMix(QuantityUnit calendar, QuantityUnit other) =>
        calendar.Kind != QuantityUnitKind.Calendar || (calendar.Calendar >= CalendarUnit.Week && !IsYearOrMonth(other.Code));

    private static bool IsYearOrMonth(string code) => code is "a" or "a_t" or "a_j" or "a_g" or "mo" or "mo_s" or "mo_j" or "mo_g";

    private static (UcumUnit Left, UcumUnit Right)? AlignCalendar(CalendarUnit left, CalendarUnit right)
    {
        if (left <= CalendarUnit.Month && right <= CalendarUnit.Month)
        {
            return (Months(left), Months(right));
        }

        return (Seconds(left), Seconds(right));

        static UcumUnit Months(CalendarUnit unit) => UcumUnit.One with { Factor = new BigRational(unit == CalendarUnit.Year ? 12 : 1, 1) };
    }

    private static UcumUnit Seconds(CalendarUnit unit)
    {
        if (unit > CalendarUnit.Month)
        {
            return QuantityUnit.OfCalendar(unit).Ucum!;
        }

        return UcumUnit.One with { Factor = new BigRational((unit == CalendarUnit.Year ? DaysOfYear : DaysOfMonth) * 86_400L, 1) };
    }
}
