using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Math: the functions. What can't be represented is empty; quantities keep their unit.</summary>
internal static class Mathematics
{
    /// <summary>A function of one number; null for empty, false where it does not take such a value.</summary>
    public delegate bool NumberFunction(in Item value, out Item? result);

    public static Transform Of(FunctionCall call, NumberFunction function) => (run, start) => Apply(run, start, call, function);

    public static bool Abs(in Item value, out Item? result) => Decimal(value, out result, Math.Abs, wholeStays: number => number < 0 ? checked(-number) : number);

    public static bool Ceiling(in Item value, out Item? result) => Whole(value, out result, decimal.Ceiling);

    public static bool Floor(in Item value, out Item? result) => Whole(value, out result, decimal.Floor);

    public static bool Truncate(in Item value, out Item? result) => Whole(value, out result, decimal.Truncate);

    public static bool Exp(in Item value, out Item? result) => Number(value, out result, static number => DecimalMath.Exp(number));

    public static bool Ln(in Item value, out Item? result) => Number(value, out result, static number => number > 0 ? DecimalMath.Ln(number) : null);

    public static bool Sqrt(in Item value, out Item? result) => Number(value, out result, static number => number >= 0 ? DecimalMath.Sqrt(number) : null);

    /// <summary>FHIRPath, log(): a number or base that is not positive ends the evaluation; to the base 1 there is no logarithm.</summary>
    public static Transform Log(FunctionCall call) => WithNumber(call, (value, @base) =>
        !Numbers.TryDecimal(value, out var number) || !Numbers.TryDecimal(@base, out var b) || b == 1 ? null
            : number > 0 && b > 0 ? Item.Of(DecimalMath.Round(DecimalMath.Ln(number) / DecimalMath.Ln(b)))
            : throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, "log() takes a number and a base above 0."));

    public static Transform Power(FunctionCall call) => WithNumber(call, static (value, exponent) =>
    {
        if (!Numbers.TryDecimal(value, out var number) || !Numbers.TryDecimal(exponent, out var power))
        {
            return null;
        }

        if (power == decimal.Truncate(power) && Math.Abs(power) <= int.MaxValue)
        {
            var result = number == 0 && power < 0 ? (decimal?)null : DecimalMath.Power(number, (int)power);
            var whole = value.Kind != ItemKind.Decimal && exponent.Kind != ItemKind.Decimal && power >= 0;
            return result is not { } known ? null : whole ? Arithmetic.FromDecimal(known) : Item.Of(known);
        }

        return number < 0 ? null
            : number == 0 ? (power > 0 ? Item.Of(0m) : null)
            : Item.Of(power == 0.5m ? DecimalMath.Sqrt(number) : DecimalMath.Round(DecimalMath.Exp(power * DecimalMath.Ln(number))));
    });

    public static Transform Round(FunctionCall call)
    {
        var digits = call.Optional(0);
        return (run, start) =>
        {
            var scale = 0;
            var known = true;
            if (digits is not null)
            {
                var top = run.Top;
                digits(run);
                known = run.TryInteger(top, call.Offset, "round()", out scale);
                run.Drop(top);
                if (scale < 0)
                {
                    throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, "round() takes a number of digits that is not negative.");
                }
            }

            if (!known)
            {
                run.Drop(start);
                return;
            }

            Apply(run, start, call, (in Item value, out Item? result) =>
                Decimal(value, out result, number => decimal.Round(number, Math.Min(scale, 28), MidpointRounding.AwayFromZero), wholeStays: null));
        };
    }

    private static void Apply(Evaluation run, int start, FunctionCall call, NumberFunction function)
    {
        var known = run.TryValue(start, call.Offset, $"{call.Name}()", out var value);
        run.Drop(start);
        if (!known)
        {
            return;
        }

        try
        {
            if (!function(value, out var result))
            {
                throw new EvaluationException(FhirPathIssues.WrongType, call.Offset, $"{call.Name}()", run.Describe(value));
            }

            if (result is { } item)
            {
                run.Push(item);
            }
        }
        catch (OverflowException)
        {
            // FHIRPath, Math: what overflows is empty.
        }
    }

    private static Transform WithNumber(FunctionCall call, Func<Item, Item, Item?> function)
    {
        var argument = call.Argument(0);
        var what = $"{call.Name}()";
        return (run, start) =>
        {
            var known = run.TryValue(start, call.Offset, what, out var value);
            run.Drop(start);
            argument(run);
            known &= run.TryValue(start, call.Offset, what, out var other);
            run.Drop(start);
            if (!known)
            {
                return;
            }

            if (!Numbers.IsNumber(value) || !Numbers.IsNumber(other))
            {
                throw new EvaluationException(FhirPathIssues.WrongType, call.Offset, what, run.Describe(Numbers.IsNumber(value) ? other : value));
            }

            try
            {
                if (function(value, other) is { } result)
                {
                    run.Push(result);
                }
            }
            catch (Exception e) when (e is OverflowException or DivideByZeroException)
            {
                // FHIRPath, Math: what overflows is empty.
            }
        };
    }

    private static bool Number(in Item value, out Item? result, Func<decimal, decimal?> apply)
    {
        result = null;
        if (!Numbers.TryDecimal(value, out var number))
        {
            return false;
        }

        result = apply(number) is { } found ? Item.Of(found) : null;
        return true;
    }

    /// <summary>Functions whose result is a whole number.</summary>
    private static bool Whole(in Item value, out Item? result, Func<decimal, decimal> apply)
    {
        if (value.Kind is ItemKind.Integer or ItemKind.Long)
        {
            result = value;
            return true;
        }

        if (value.Kind == ItemKind.Decimal)
        {
            result = Arithmetic.FromDecimal(apply(value.DecimalValue));
            return true;
        }

        return OfQuantity(value, out result, apply);
    }

    /// <summary>Functions whose result is a number of the same type, or a Decimal.</summary>
    private static bool Decimal(in Item value, out Item? result, Func<decimal, decimal> apply, Func<long, long>? wholeStays)
    {
        if (wholeStays is not null && value.Kind is ItemKind.Integer or ItemKind.Long)
        {
            var whole = wholeStays!(value.LongValue);
            result = value.Kind == ItemKind.Long ? Item.OfLong(whole) : whole <= int.MaxValue ? Item.Of((int)whole) : null;
            return true;
        }

        if (Numbers.TryDecimal(value, out var number))
        {
            result = Item.Of(apply(number));
            return true;
        }

        return OfQuantity(value, out result, apply);
    }

    private static bool OfQuantity(in Item value, out Item? result, Func<decimal, decimal> apply)
    {
        result = null;
        if (value.Kind != ItemKind.Quantity)
        {
            return false;
        }

        var quantity = value.QuantityValue;
        result = Item.Of(quantity with { Value = apply(quantity.Value) });
        return true;
    }
}
