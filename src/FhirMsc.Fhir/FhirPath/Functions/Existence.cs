using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Existence.</summary>
internal static class Existence
{
    public static Transform Empty(FunctionCall call) => static (run, start) => run.Replace(start, run.Top == start);

    public static Transform Count(FunctionCall call) => static (run, start) => run.Replace(start, Item.Of(run.CountFrom(start)));

    public static Transform Exists(FunctionCall call)
    {
        if (call.Optional(0) is not { } criterion)
        {
            return static (run, start) => run.Replace(start, run.Top != start);
        }

        return (run, start) => run.Replace(start, Any(run, start, criterion, call, wanted: true));
    }

    public static Transform All(FunctionCall call)
    {
        var criterion = call.Argument(0);
        return (run, start) => run.Replace(start, !Any(run, start, criterion, call, wanted: false));
    }

    public static Transform Booleans(FunctionCall call, bool all, bool wanted) => (run, start) =>
    {
        var result = all;
        for (var i = start; i < run.Top; i++)
        {
            run.Step();
            if (!run.TryConvert(run[i], out var value) || value.Kind != ItemKind.Boolean)
            {
                throw new EvaluationException(FhirPathIssues.WrongType, call.Offset, $"{call.Name}()", run.Describe(run[i]));
            }

            if ((value.BooleanValue == wanted) != all)
            {
                result = !all;
            }
        }

        run.Replace(start, result);
    };

    public static Transform SubsetOf(FunctionCall call)
    {
        var other = call.Argument(0);
        return (run, start) =>
        {
            var middle = run.Top;
            other(run);
            run.Replace(start, Includes(run, middle, run.Top, start, middle));
        };
    }

    public static Transform SupersetOf(FunctionCall call)
    {
        var other = call.Argument(0);
        return (run, start) =>
        {
            var middle = run.Top;
            other(run);
            run.Replace(start, Includes(run, start, middle, middle, run.Top));
        };
    }

    public static Transform Distinct(FunctionCall call) => static (run, start) =>
    {
        if (run.CountFrom(start) < 2)
        {
            return;
        }

        var set = new ItemSet(run);
        var kept = start;
        for (var i = start; i < run.Top; i++)
        {
            if (set.Add(run[i]))
            {
                run[kept++] = run[i];
            }
        }

        run.Drop(kept);
    };

    public static Transform IsDistinct(FunctionCall call) => static (run, start) =>
    {
        var set = new ItemSet(run);
        var distinct = true;
        for (var i = start; i < run.Top && distinct; i++)
        {
            distinct = set.Add(run[i]);
        }

        run.Replace(start, distinct);
    };

    /// <summary>Whether the criterion is true for some item, or, if that is not wanted, fails to be true for some.</summary>
    private static bool Any(Evaluation run, int start, Program criterion, FunctionCall call, bool wanted)
    {
        var end = run.Top;
        var before = Iteration.Begin(run);
        var found = false;
        for (var i = start; i < end && !found; i++)
        {
            run.Step();
            run.This = run[i];
            run.Index = i - start;
            criterion(run);
            found = (run.Boolean(end, call.Offset, call.Name) == true) == wanted;
            run.Drop(end);
        }

        before.End();
        return found;
    }

    private static bool Includes(Evaluation run, int start, int end, int otherStart, int otherEnd)
    {
        var set = new ItemSet(run);
        for (var i = start; i < end; i++)
        {
            set.Add(run[i]);
        }

        for (var i = otherStart; i < otherEnd; i++)
        {
            if (!set.Contains(run[i]))
            {
                return false;
            }
        }

        return true;
    }
}
