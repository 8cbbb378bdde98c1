using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Conversion: <c>iif</c>, and one <c>to…</c> and <c>convertsTo…</c> for every type.</summary>
internal static class Conversion
{
    /// <summary>What a value is as another type; null if it has no such form.</summary>
    public delegate Item? Converter(in Item value);

    /// <summary>Only the branch that the criterion asks for is evaluated.</summary>
    public static Transform Iif(FunctionCall call)
    {
        var criterion = call.Argument(0);
        var then = call.Argument(1);
        var otherwise = call.Optional(2);
        return (run, start) =>
        {
            var hasItem = run.TrySingle(start, call.Offset, "iif()", out var item);
            run.Drop(start);
            var before = Iteration.Begin(run);
            run.This = item;
            run.HasThis = hasItem;
            criterion(run);
            if (run.CountFrom(start) == 1 && run.TryConvert(run[start], out var value) && value.Kind != ItemKind.Boolean)
            {
                throw new EvaluationException(FhirPathIssues.WrongType, call.Offset, "The criterion of iif()", run.Describe(value));
            }

            var holds = run.Boolean(start, call.Offset, "The criterion of iif()");
            run.Drop(start);
            if (holds == true)
            {
                then(run);
            }
            else
            {
                otherwise?.Invoke(run);
            }

            before.End();
        };
    }

    public static Transform To(FunctionCall call, Converter converter) => (run, start) =>
    {
        if (!run.TryValue(start, call.Offset, $"{call.Name}()", out var value) || converter(value) is not { } converted)
        {
            run.Drop(start);
            return;
        }

        run.Replace(start, converted);
    };

    public static Transform ConvertsTo(FunctionCall call, Converter converter) => (run, start) =>
    {
        if (run.TrySingle(start, call.Offset, $"{call.Name}()", out var item))
        {
            run.Replace(start, run.TryConvert(item, out var value) && converter(value) is not null);
        }
    };

    public static Transform ToQuantity(FunctionCall call)
    {
        var unit = call.Optional(0);
        return (run, start) =>
        {
            var quantity = Quantity(run, start, call, unit, out _);
            run.Drop(start);
            if (quantity is { } known)
            {
                run.Push(Item.Of(known));
            }
        };
    }

    public static Transform ConvertsToQuantity(FunctionCall call)
    {
        var unit = call.Optional(0);
        return (run, start) =>
        {
            var quantity = Quantity(run, start, call, unit, out var isEmpty);
            run.Drop(start);
            if (!isEmpty)
            {
                run.Push(Item.Of(quantity is not null));
            }
        };
    }

    private static Quantity? Quantity(Evaluation run, int start, FunctionCall call, Program? unit, out bool isEmpty)
    {
        isEmpty = !run.TrySingle(start, call.Offset, $"{call.Name}()", out var item);
        if (isEmpty)
        {
            return null;
        }

        if (item.IsNode && run.IsQuantity(item) && QuantityElement.Read(item.Node).HasComparator)
        {
            throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, "A Quantity with a comparator is a bound and no number: it can't be converted.");
        }

        Quantity? quantity = run.TryConvert(item, out var value) && Converters.TryQuantity(value, out var found) ? found : null;
        if (unit is null)
        {
            return quantity;
        }

        var top = run.Top;
        unit(run);
        var target = run.TryString(top, call.Offset, $"{call.Name}()", out var text) ? text : null;
        run.Drop(top);
        isEmpty |= target is null;
        if (target is null || quantity is not { } known)
        {
            return null;
        }

        // A number without a unit is stated in the unit that is asked for; all others are converted.
        var wanted = QuantityUnit.Of(target);
        return known.Unit.Kind == QuantityUnitKind.Ucum && known.Unit.Code == QuantityUnit.One.Code
            ? wanted.Ucum is null ? null : known with { Unit = wanted }
            : known.ConvertTo(wanted);
    }
}
