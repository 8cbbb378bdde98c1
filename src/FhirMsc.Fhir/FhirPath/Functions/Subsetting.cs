using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Subsetting.</summary>
internal static class Subsetting
{
    public static Transform Single(FunctionCall call) => (run, start) => run.TrySingle(start, call.Offset, "single()", out _);

    public static Transform First(FunctionCall call) => static (run, start) => run.Drop(Math.Min(start + 1, run.Top));

    public static Transform Last(FunctionCall call) => static (run, start) =>
    {
        if (run.Top > start)
        {
            run.Replace(start, run[run.Top - 1]);
        }
    };

    public static Transform Tail(FunctionCall call) => static (run, start) => run.MoveDown(start, Math.Min(start + 1, run.Top));

    public static Transform Skip(FunctionCall call)
    {
        var number = call.Argument(0);
        return (run, start) =>
        {
            var count = Number(run, number, call, out var known);
            run.MoveDown(start, !known ? run.Top : start + Math.Clamp(count, 0, run.CountFrom(start)));
        };
    }

    public static Transform Take(FunctionCall call)
    {
        var number = call.Argument(0);
        return (run, start) =>
        {
            var count = Number(run, number, call, out var known);
            run.Drop(!known ? start : start + Math.Clamp(count, 0, run.CountFrom(start)));
        };
    }

    public static Transform Intersect(FunctionCall call)
    {
        var other = call.Argument(0);
        return (run, start) =>
        {
            var middle = run.Top;
            var others = Others(run, other);
            var seen = new ItemSet(run);
            var kept = start;
            for (var i = start; i < middle; i++)
            {
                if (others.Contains(run[i]) && seen.Add(run[i]))
                {
                    run[kept++] = run[i];
                }
            }

            run.Drop(kept);
        };
    }

    public static Transform Exclude(FunctionCall call)
    {
        var other = call.Argument(0);
        return (run, start) =>
        {
            var middle = run.Top;
            var others = Others(run, other);
            var kept = start;
            for (var i = start; i < middle; i++)
            {
                if (!others.Contains(run[i]))
                {
                    run[kept++] = run[i];
                }
            }

            run.Drop(kept);
        };
    }

    private static ItemSet Others(Evaluation run, Program other)
    {
        var start = run.Top;
        other(run);
        var set = new ItemSet(run);
        for (var i = start; i < run.Top; i++)
        {
            set.Add(run[i]);
        }

        run.Drop(start);
        return set;
    }

    private static int Number(Evaluation run, Program number, FunctionCall call, out bool known)
    {
        var top = run.Top;
        number(run);
        known = run.TryInteger(top, call.Offset, $"{call.Name}()", out var count);
        run.Drop(top);
        return count;
    }
}
