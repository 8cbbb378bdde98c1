using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Aggregates. An item without a value makes a sum, mean or extreme empty: it would be a guess.</summary>
internal static class Aggregates
{
    public static Transform Aggregate(FunctionCall call)
    {
        var aggregator = call.Argument(0);
        var initial = call.Optional(1);
        return (run, start) =>
        {
            var end = run.Top;
            initial?.Invoke(run);
            var total = run.Copy(end);
            run.Drop(end);
            var outer = run.Total;
            var before = Iteration.Begin(run);
            for (var i = start; i < end; i++)
            {
                run.Step();
                run.This = run[i];
                run.Index = i - start;
                run.Total = total;
                aggregator(run);
                total = run.Copy(end);
                run.Drop(end);
            }

            before.End();
            run.Total = outer;
            run.Drop(start);
            run.Push(total);
        };
    }

    /// <summary>The sum, or the mean.</summary>
    public static Transform Total(FunctionCall call, bool average) => (run, start) =>
    {
        var end = run.Top;
        Item? total = null;
        try
        {
            for (var i = start; i < end; i++)
            {
                run.Step();
                if (!run.TryConvert(run[i], out var value) || (i > start && total is null))
                {
                    run.Drop(start);
                    return;
                }

                total = i == start ? value : Arithmetic.Add(run, total!.Value, value, call.Offset);
            }

            if (average && total is { } sum)
            {
                total = Arithmetic.Divide(run, sum, Item.Of(end - start), call.Offset);
            }
        }
        catch (OverflowException)
        {
            total = null;
        }

        run.Drop(start);
        if (total is { } result)
        {
            run.Push(result);
        }
    };

    /// <summary>The least item, or with a positive <paramref name="sign"/> the greatest; empty if two can't be compared.</summary>
    public static Transform Extreme(FunctionCall call, int sign) => (run, start) =>
    {
        Item? extreme = null;
        for (var i = start; i < run.Top; i++)
        {
            run.Step();
            if (!run.TryConvert(run[i], out var value) || (extreme is { } so && ItemComparison.Compare(run, value, so, call.Offset) is null))
            {
                run.Drop(start);
                return;
            }

            if (extreme is not { } best || ItemComparison.Compare(run, value, best, call.Offset) * sign > 0)
            {
                extreme = value;
            }
        }

        run.Drop(start);
        if (extreme is { } result)
        {
            run.Push(result);
        }
    };
}
