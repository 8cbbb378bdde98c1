using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Conversion: <c>toDate</c>, <c>toDateTime</c> and their <c>convertsTo…</c>, with the optional format that a text is read by.</summary>
internal static class TemporalConversion
{
    public static Transform To(FunctionCall call, TemporalKind kind)
    {
        var format = call.Optional(0);
        return (run, start) =>
        {
            var known = run.TryValue(start, call.Offset, $"{call.Name}()", out var value);
            run.Drop(start);
            if (TryFormat(run, call, format, out var template) && known && Convert(value, kind, template) is { } converted)
            {
                run.Push(converted);
            }
        };
    }

    public static Transform ConvertsTo(FunctionCall call, TemporalKind kind)
    {
        var format = call.Optional(0);
        return (run, start) =>
        {
            var known = run.TrySingle(start, call.Offset, $"{call.Name}()", out var item);
            run.Drop(start);
            if (TryFormat(run, call, format, out var template) && known)
            {
                run.Push(Item.Of(run.TryConvert(item, out var value) && Convert(value, kind, template) is not null));
            }
        };
    }

    /// <summary>The format; false for an empty argument, which makes the result empty.</summary>
    private static bool TryFormat(Evaluation run, FunctionCall call, Program? format, out TemporalFormat? template)
    {
        template = null;
        if (format is null)
        {
            return true;
        }

        var top = run.Top;
        format(run);
        var known = run.TryString(top, call.Offset, $"{call.Name}()", out var text);
        run.Drop(top);
        template = known ? TemporalFormat.Read(text) ?? throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, $"'{text}' is not a format that {call.Name}() knows: its codes are yyyy, yy, MM, M, dd, d, HH, H, hh, h, mm, m, ss, s, S, a and Z.") : null;
        return known;
    }

    private static Item? Convert(in Item value, TemporalKind kind, TemporalFormat? format)
    {
        if (format is not null && value.Kind == ItemKind.String)
        {
            return format.TryParse(value.StringValue, out var read) ? Item.Of(kind == TemporalKind.Date ? Converters.DateOf(read) : read) : null;
        }

        return kind == TemporalKind.Date ? Converters.ToDate(value) : Converters.ToDateTime(value);
    }
}
