using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Combining.</summary>
internal static class Combining
{
    public static Transform Union(FunctionCall call)
    {
        var other = call.Argument(0);
        return (run, start) =>
        {
            other(run);
            Unite(run, start);
        };
    }

    public static Transform Combine(FunctionCall call)
    {
        var other = call.Argument(0);
        var keepsOrder = call.Optional(1);
        return (run, start) =>
        {
            other(run);
            if (keepsOrder is not null)
            {
                // The order is kept in any case, but what is no Boolean is still an error.
                var end = run.Top;
                keepsOrder(run);
                _ = run.Boolean(end, call.Offset, "combine()");
                run.Drop(end);
            }
        };
    }

    /// <summary>The first of the arguments that is not empty; those behind it are left alone.</summary>
    public static Transform Coalesce(FunctionCall call)
    {
        var candidates = Enumerable.Range(0, call.Count).Select(call.Argument).ToArray();
        return (run, start) =>
        {
            run.Drop(start);
            for (var i = 0; i < candidates.Length && run.Top == start; i++)
            {
                candidates[i](run);
            }
        };
    }

    /// <summary>Takes duplicates out of everything from a place on.</summary>
    public static void Unite(Evaluation run, int start)
    {
        var end = run.Top;
        if (end - start < 2)
        {
            return;
        }

        if (end - start == 2)
        {
            run.Step();
            if (ItemEquality.Items(run, run[start], run[start + 1]) == true)
            {
                run.Drop(start + 1);
            }

            return;
        }

        var set = new ItemSet(run);
        var kept = start;
        for (var i = start; i < end; i++)
        {
            if (set.Add(run[i]))
            {
                run[kept++] = run[i];
            }
        }

        run.Drop(kept);
    }
}
