using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, <c>lowBoundary</c>, <c>highBoundary</c>, <c>precision</c>, <c>comparable</c>.</summary>
internal static class Boundaries
{
    private const int DefaultDigits = 8;
    private const int MaxDigits = 28;

    public static Transform Boundary(FunctionCall call, bool high)
    {
        var digits = call.Optional(0);
        var what = $"{call.Name}()";
        return (run, start) =>
        {
            var known = run.TryValue(start, call.Offset, what, out var value);
            run.Drop(start);
            int? wanted = null;
            if (digits is not null)
            {
                digits(run);
                wanted = run.TryInteger(start, call.Offset, what, out var number) ? number : null;
                run.Drop(start);
            }

            if (!known)
            {
                return;
            }

            try
            {
                if (Find(run, value, wanted, high, call.Offset, what) is { } boundary)
                {
                    run.Push(boundary);
                }
            }
            catch (OverflowException)
            {
                // A boundary that no Decimal can hold is empty.
            }
        };
    }

    public static Transform Precision(FunctionCall call) => (run, start) =>
    {
        var known = run.TryValue(start, call.Offset, "precision()", out var value);
        run.Drop(start);
        if (!known)
        {
            return;
        }

        run.Push(Item.Of(value.Kind switch
        {
            ItemKind.Decimal => value.DecimalValue.Scale,
            ItemKind.Integer or ItemKind.Long => 0,
            ItemKind.Quantity => value.QuantityValue.Value.Scale,
            ItemKind.Date or ItemKind.DateTime or ItemKind.Time => TemporalBoundary.Digits(value.TemporalValue),
            _ => throw new EvaluationException(FhirPathIssues.WrongType, call.Offset, "precision()", run.Describe(value)),
        }));
    };

    public static Transform Comparable(FunctionCall call)
    {
        var other = call.Argument(0);
        return (run, start) =>
        {
            var known = run.TrySingle(start, call.Offset, "comparable()", out var left);
            run.Drop(start);
            other(run);
            known &= run.TrySingle(start, call.Offset, "comparable()", out var right);
            run.Drop(start);
            if (known)
            {
                run.Push(Item.Of(run.TryConvert(left, out var l) && run.TryConvert(right, out var r)
                    && Numbers.TryQuantity(l, out var leftQuantity) && Numbers.TryQuantity(r, out var rightQuantity)
                    && QuantityComparison.AreComparable(leftQuantity, rightQuantity)));
            }
        };
    }

    private static Item? Find(Evaluation run, in Item value, int? digits, bool high, int offset, string what)
    {
        switch (value.Kind)
        {
            case ItemKind.Integer or ItemKind.Long:
                return OfDecimal(value.LongValue, digits, high) is { } whole ? Item.Of(whole) : null;
            case ItemKind.Decimal:
                return OfDecimal(value.DecimalValue, digits, high) is { } number ? Item.Of(number) : null;
            case ItemKind.Quantity:
                return OfDecimal(value.QuantityValue.Value, digits, high) is { } amount ? Item.Of(value.QuantityValue with { Value = amount }) : null;
            case ItemKind.Date or ItemKind.DateTime or ItemKind.Time:
                return TemporalBoundary.Find(value.TemporalValue, digits, high) is { } moment ? Item.Of(moment) : null;
            default:
                throw new EvaluationException(FhirPathIssues.WrongType, offset, what, run.Describe(value));
        }
    }

    /// <summary>
    /// A number stands for all that round to it, half a unit of its last digit to each side. Where fewer digits are asked for, the least goes down and the
    /// greatest up to the next such number, so that all of them stay between the two.
    /// </summary>
    private static decimal? OfDecimal(decimal value, int? digits, bool high)
    {
        var wanted = digits ?? DefaultDigits;
        if (wanted is < 0 or > MaxDigits)
        {
            return null;
        }

        var half = new decimal(5, 0, 0, false, (byte)Math.Min(MaxDigits, value.Scale + 1));
        var bound = high ? value + half : value - half;
        var cut = decimal.Round(bound, wanted, high ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity);

        // Adding a zero of that scale shows the digits asked for.
        return cut + new decimal(0, 0, 0, false, (byte)wanted);
    }
}
