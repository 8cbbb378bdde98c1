using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Filtering and projection.</summary>
internal static class Filtering
{
    public static Transform Where(FunctionCall call)
    {
        var criterion = call.Argument(0);
        return (run, start) =>
        {
            var end = run.Top;
            var kept = start;
            var before = Iteration.Begin(run);
            for (var i = start; i < end; i++)
            {
                run.Step();
                run.This = run[i];
                run.Index = i - start;
                criterion(run);
                var holds = run.Boolean(end, call.Offset, "where()");
                run.Drop(end);
                if (holds == true)
                {
                    run[kept++] = run[i];
                }
            }

            before.End();
            run.Drop(kept);
        };
    }

    public static Transform Select(FunctionCall call)
    {
        var projection = call.Argument(0);
        return (run, start) =>
        {
            var end = run.Top;
            var before = Iteration.Begin(run);
            for (var i = start; i < end; i++)
            {
                run.Step();
                run.This = run[i];
                run.Index = i - start;
                projection(run);
            }

            before.End();
            run.MoveDown(start, end);
        };
    }

    /// <summary>Projects again what the projection gave, until nothing new comes.</summary>
    public static Transform Repeat(FunctionCall call)
    {
        var projection = call.Argument(0);
        return (run, start) =>
        {
            var found = new ItemSet(run);
            var queue = new Queue<Item>(run.From(start).ToArray());
            run.Drop(start);
            var before = Iteration.Begin(run);
            for (var index = 0; queue.TryDequeue(out var item); index++)
            {
                run.Step();
                run.This = item;
                run.Index = index;
                projection(run);
                for (var i = start; i < run.Top; i++)
                {
                    if (found.Add(run[i]))
                    {
                        CheckSize(run, found.Count);
                        queue.Enqueue(run[i]);
                    }
                }

                run.Drop(start);
            }

            before.End();
            foreach (var item in found.Items)
            {
                run.Push(item);
            }
        };
    }

    /// <summary>Like repeat, but items that are equal to others count each; a projection that always gives something is stopped by the limits.</summary>
    public static Transform RepeatAll(FunctionCall call)
    {
        var projection = call.Argument(0);
        return (run, start) =>
        {
            var end = run.Top;
            var before = Iteration.Begin(run);
            for (var i = start; i < run.Top; i++)
            {
                run.Step();
                run.This = run[i];
                run.Index = i - start;
                projection(run);
                CheckSize(run, run.CountFrom(start));
            }

            before.End();
            run.MoveDown(start, end);
        };
    }

    private static void CheckSize(Evaluation run, int count)
    {
        if (count > run.Context.Limits.MaxItems)
        {
            throw new EvaluationException(FhirPathIssues.Costly, -1, $"its collections hold more than {run.Context.Limits.MaxItems} items");
        }
    }
}
