using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Math: the operators on numbers, quantities, strings, dates and times. Null stands for the empty collection; what overflows is empty.</summary>
internal static class Arithmetic
{
    public static Item? Add(Evaluation run, in Item left, in Item right, int offset)
    {
        if (left.Kind == ItemKind.String && right.Kind == ItemKind.String)
        {
            return Item.Of(Concatenate(run, left.StringValue, right.StringValue));
        }

        return IsTemporal(left) ? AddDuration(left, right, 1, run, offset) : AddNumbers(run, left, right, 1, offset, "+");
    }

    public static Item? Subtract(Evaluation run, in Item left, in Item right, int offset) =>
        IsTemporal(left) ? AddDuration(left, right, -1, run, offset) : AddNumbers(run, left, right, -1, offset, "-");

    public static Item? Multiply(Evaluation run, in Item left, in Item right, int offset)
    {
        if (Integers(left, right))
        {
            return Whole(checked(left.LongValue * right.LongValue), left, right);
        }

        if (Numbers.TryDecimal(left, out var l) && Numbers.TryDecimal(right, out var r))
        {
            return Item.Of(l * r);
        }

        return Quantities(run, left, right, 1, offset, "*");
    }

    public static Item? Divide(Evaluation run, in Item left, in Item right, int offset)
    {
        if (Numbers.TryDecimal(left, out var l) && Numbers.TryDecimal(right, out var r))
        {
            return r == 0 ? null : Item.Of(l / r);
        }

        return Quantities(run, left, right, -1, offset, "/");
    }

    public static Item? DivideWhole(Evaluation run, in Item left, in Item right, int offset)
    {
        if (Integers(left, right))
        {
            return right.LongValue == 0 ? null : Whole(checked(left.LongValue / right.LongValue), left, right);
        }

        if (Numbers.TryDecimal(left, out var l) && Numbers.TryDecimal(right, out var r))
        {
            return r == 0 ? null : FromDecimal(decimal.Truncate(l / r));
        }

        return WholeQuantity(run, left, right, offset, "div", static (a, b) => decimal.Truncate(a / b), keepsUnit: false);
    }

    public static Item? Remainder(Evaluation run, in Item left, in Item right, int offset)
    {
        if (Integers(left, right))
        {
            return right.LongValue == 0 ? null : Whole(right.LongValue == -1 ? 0 : left.LongValue % right.LongValue, left, right);
        }

        if (Numbers.TryDecimal(left, out var l) && Numbers.TryDecimal(right, out var r))
        {
            return r == 0 ? null : Item.Of(l % r);
        }

        return WholeQuantity(run, left, right, offset, "mod", static (a, b) => a % b, keepsUnit: true);
    }

    public static string Concatenate(Evaluation run, string left, string right)
    {
        if ((long)left.Length + right.Length > run.Context.Limits.MaxStringLength)
        {
            throw new EvaluationException(FhirPathIssues.Costly, -1, $"a string got longer than {run.Context.Limits.MaxStringLength} characters");
        }

        return left + right;
    }

    /// <summary>The operand of <c>&amp;</c> as text; null if there is none.</summary>
    public static string? TryText(this Evaluation run, int start, int offset, string what) => run.TryString(start, offset, what, out var text) ? text : null;

    public static bool TryNegate(in Item value, out Item negative)
    {
        negative = value.Kind switch
        {
            ItemKind.Integer => Whole(-value.LongValue, value, value) ?? Item.OfLong(-value.LongValue),
            ItemKind.Long => Item.OfLong(checked(-value.LongValue)),
            ItemKind.Decimal => Item.Of(-value.DecimalValue),
            ItemKind.Quantity => Item.Of(value.QuantityValue with { Value = -value.QuantityValue.Value }),
            _ => default,
        };
        return negative.Kind != ItemKind.Node;
    }

    public static void ApplySign(Evaluation run, int start, bool isNegative, int offset)
    {
        if (!run.TrySingle(start, offset, "A sign", out var item))
        {
            return;
        }

        if (!run.TryConvert(item, out var value))
        {
            run.Drop(start);
            return;
        }

        try
        {
            if (!TryNegate(value, out var negative))
            {
                throw new EvaluationException(FhirPathIssues.WrongType, offset, "A sign", run.Describe(value));
            }

            run.Replace(start, isNegative ? negative : value);
        }
        catch (OverflowException)
        {
            // FHIRPath, Unary operators: what can't be represented is empty.
            run.Drop(start);
        }
    }

    /// <summary>A whole number as the narrowest type that holds it; null if none does.</summary>
    public static Item? FromDecimal(decimal whole) => whole switch
    {
        >= int.MinValue and <= int.MaxValue => Item.Of((int)whole),
        >= long.MinValue and <= long.MaxValue => Item.OfLong((long)whole),
        _ => null,
    };

    private static bool Integers(in Item left, in Item right) => left.Kind is ItemKind.Integer or ItemKind.Long && right.Kind is ItemKind.Integer or ItemKind.Long;

    private static bool IsTemporal(in Item item) => item.Kind is ItemKind.Date or ItemKind.DateTime or ItemKind.Time;

    /// <summary>Integer with Integer is an Integer, with Long a Long; what does not fit is empty.</summary>
    private static Item? Whole(long value, in Item left, in Item right) =>
        left.Kind == ItemKind.Long || right.Kind == ItemKind.Long ? Item.OfLong(value) : value is >= int.MinValue and <= int.MaxValue ? Item.Of((int)value) : null;

    private static Item? AddNumbers(Evaluation run, in Item left, in Item right, int sign, int offset, string name)
    {
        if (Integers(left, right))
        {
            return Whole(sign > 0 ? checked(left.LongValue + right.LongValue) : checked(left.LongValue - right.LongValue), left, right);
        }

        if (Numbers.TryDecimal(left, out var l) && Numbers.TryDecimal(right, out var r))
        {
            return Item.Of(sign > 0 ? l + r : l - r);
        }

        if (Numbers.TryQuantity(left, out var leftQuantity) && Numbers.TryQuantity(right, out var rightQuantity))
        {
            return QuantityArithmetic.Add(leftQuantity, rightQuantity, sign) is { } sum ? Item.Of(sum) : null;
        }

        throw Wrong(run, left, right, offset, name);
    }

    private static Item? Quantities(Evaluation run, in Item left, in Item right, int sign, int offset, string name)
    {
        if (Numbers.TryQuantity(left, out var l) && Numbers.TryQuantity(right, out var r))
        {
            return QuantityArithmetic.Multiply(l, r, sign) is { } product ? Item.Of(product) : null;
        }

        throw Wrong(run, left, right, offset, name);
    }

    /// <summary>FHIRPath states no rule for whole division of quantities; it is done where both have one scale.</summary>
    private static Item? WholeQuantity(Evaluation run, in Item left, in Item right, int offset, string name, Func<decimal, decimal, decimal> apply, bool keepsUnit)
    {
        if (!Numbers.TryQuantity(left, out var l) || !Numbers.TryQuantity(right, out var r))
        {
            throw Wrong(run, left, right, offset, name);
        }

        return r.Value != 0 && l.ConvertTo(r.Unit) is { } same
            ? Item.Of(new Quantity(apply(same.Value, r.Value), keepsUnit ? r.Unit : QuantityUnit.One))
            : null;
    }

    /// <summary>
    /// FHIRPath, Date/Time Arithmetic: calendar durations, and of UCUM's those that are the same as a calendar duration. UCUM's year and month are not.
    /// </summary>
    private static Item? AddDuration(in Item left, in Item right, int sign, Evaluation run, int offset)
    {
        if (right.Kind != ItemKind.Quantity)
        {
            throw Wrong(run, left, right, offset, sign > 0 ? "+" : "-");
        }

        var duration = right.QuantityValue;
        var calendar = duration.Unit.Calendar ?? QuantityUnit.OfFhir(duration.Unit.Code).Calendar;
        if (calendar is not { } unit || (duration.Unit.Kind == QuantityUnitKind.Ucum && unit <= CalendarUnit.Month))
        {
            throw new EvaluationException(FhirPathIssues.WrongValue, offset, $"{duration.Unit} is no calendar duration that a date or time can be moved by. Use year, month, week, day, hour, minute, second or millisecond.");
        }

        if (left.Kind == ItemKind.Time && unit < CalendarUnit.Hour)
        {
            throw new EvaluationException(FhirPathIssues.WrongValue, offset, "A time of day can be moved by hours, minutes and seconds only.");
        }

        return TemporalArithmetic.Add(left.TemporalValue, sign * duration.Value, unit) is { } sum
            ? Item.Of(sum)
            : throw new EvaluationException(FhirPathIssues.WrongValue, offset, "The result lies outside of the years 1 to 9999.");
    }

    private static EvaluationException Wrong(Evaluation run, in Item left, in Item right, int offset, string name) =>
        new(FhirPathIssues.WrongType, offset, $"'{name}'", $"{run.Describe(left)} and {run.Describe(right)}");
}
