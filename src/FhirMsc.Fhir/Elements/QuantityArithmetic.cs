using FhirMsc.Fhir.Elements.Units;

namespace FhirMsc.Fhir.Elements;

/// <summary>Sums, products and quotients of quantities (FHIRPath, Math). Where units don't fit, there is no result.</summary>
internal static class QuantityArithmetic
{
    /// <summary>Adds or subtracts; the result has the finer of the two units.</summary>
    public static Quantity? Add(Quantity left, Quantity right, int sign)
    {
        if (left.Unit.Ucum?.Special is not null || right.Unit.Ucum?.Special is not null)
        {
            return null;
        }

        if (left.Unit.Code == right.Unit.Code && left.Unit.Kind == right.Unit.Kind)
        {
            return new Quantity(left.Value + (sign * right.Value), left.Unit);
        }

        if (QuantityComparison.Align(left.Unit, right.Unit) is not { } scales)
        {
            return null;
        }

        var leftIsFiner = scales.Left.Factor.CompareTo(scales.Right.Factor) <= 0;
        var unit = leftIsFiner ? left.Unit : right.Unit;
        var other = leftIsFiner ? right.Unit : left.Unit;
        unit = unit.Kind == QuantityUnitKind.Either && other.Kind != QuantityUnitKind.Either ? (other.Kind == QuantityUnitKind.Calendar ? unit.AsCalendar() : unit.AsUcum()) : unit;
        return left.ConvertTo(unit) is { } l && right.ConvertTo(unit) is { } r ? new Quantity(l.Value + (sign * r.Value), unit) : null;
    }

    /// <summary>Multiplies, or divides with <paramref name="sign"/> -1. Calendar durations take plain numbers only.</summary>
    public static Quantity? Multiply(Quantity left, Quantity right, int sign)
    {
        if (sign < 0 && right.Value == 0)
        {
            return null;
        }

        if (left.Unit.Ucum is not { Special: null } l || right.Unit.Ucum is not { Special: null } r)
        {
            return null;
        }

        var leftIsNumber = l.IsDimensionless;
        var rightIsNumber = r.IsDimensionless;
        if ((left.Unit.Kind == QuantityUnitKind.Calendar && !rightIsNumber) || (right.Unit.Kind == QuantityUnitKind.Calendar && (sign < 0 || !leftIsNumber)))
        {
            return null;
        }

        if (rightIsNumber && !leftIsNumber)
        {
            return Scale(left, right.Value, r.Factor, sign);
        }

        if (leftIsNumber && !rightIsNumber && sign > 0)
        {
            return Scale(right, left.Value, l.Factor, 1);
        }

        if (UcumUnit.Multiply(l, r, sign) is not { } product)
        {
            return null;
        }

        var exact = sign > 0 ? BigRational.Of(left.Value) * BigRational.Of(right.Value) : BigRational.Of(left.Value) / BigRational.Of(right.Value);
        var unit = product.IsDimensionless ? QuantityUnit.One : QuantityUnit.OfUcum(product.Code());
        return unit.Ucum is { } target && (exact * product.Factor / target.Factor).ToDecimal() is { } value ? new Quantity(value, unit) : null;
    }

    private static Quantity? Scale(Quantity quantity, decimal number, BigRational factor, int sign)
    {
        var by = BigRational.Of(number) * factor;
        var scaled = sign > 0 ? BigRational.Of(quantity.Value) * by : BigRational.Of(quantity.Value) / by;
        return scaled.ToDecimal() is { } value ? new Quantity(value, quantity.Unit) : null;
    }
}
