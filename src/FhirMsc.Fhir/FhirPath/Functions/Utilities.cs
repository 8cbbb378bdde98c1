using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Utility functions: trace, the current time, variables.</summary>
internal static class Utilities
{
    public static Transform Trace(FunctionCall call)
    {
        var name = call.Argument(0);
        var projection = call.Optional(1);
        return (run, start) =>
        {
            var end = run.Top;
            name(run);
            var label = run.TryString(end, call.Offset, "trace()", out var text) ? text : string.Empty;
            run.Drop(end);
            if (projection is null)
            {
                run.Context.Trace?.Invoke(label, run.Copy(start));
                return;
            }

            var before = Iteration.Begin(run);
            for (var i = start; i < end; i++)
            {
                run.Step();
                run.This = run[i];
                run.Index = i - start;
                projection(run);
            }

            before.End();
            run.Context.Trace?.Invoke(label, run.Copy(end));
            run.Drop(end);
        };
    }

    public static Transform Now(FunctionCall call) => static (run, start) => run.Replace(start, Item.Of(Moment(run)));

    public static Transform Today(FunctionCall call) => static (run, start) =>
        run.Replace(start, Item.Of(new Temporal(TemporalKind.Date, TemporalPrecision.Day, run.Now.Date.Ticks)));

    public static Transform TimeOfDay(FunctionCall call) => static (run, start) =>
        run.Replace(start, Item.Of(new Temporal(TemporalKind.Time, TemporalPrecision.Second, Moment(run).Ticks % TimeSpan.TicksPerDay, 3)));

    /// <summary>Makes a variable for what follows in the chain, and passes its input on.</summary>
    public static Transform DefineVariable(FunctionCall call)
    {
        var name = call.Argument(0);
        var value = call.Optional(1);
        return (run, start) =>
        {
            var end = run.Top;
            name(run);
            if (!run.TryString(end, call.Offset, "defineVariable()", out var text))
            {
                throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, "defineVariable() needs a name.");
            }

            run.Drop(end);
            if (VariableAccess.IsTaken(run, text))
            {
                throw new EvaluationException(FhirPathIssues.VariableTaken, call.Offset, text);
            }

            if (value is null)
            {
                run.Define(text, run.Copy(start));
                return;
            }

            // The value is worked out once, on the whole input.
            var before = Iteration.Begin(run);
            run.ThisCollection = run.Copy(start);
            value(run);
            before.End();
            run.Define(text, run.Copy(end));
            run.Drop(end);
        };
    }

    private static Temporal Moment(Evaluation run)
    {
        var now = run.Now;
        return new Temporal(TemporalKind.DateTime, TemporalPrecision.Second, now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), 3, (int)now.Offset.TotalMinutes);
    }
}
