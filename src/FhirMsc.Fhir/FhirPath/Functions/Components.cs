using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Extract Date/DateTime/Time components. What is not stated, and what is no date or time, is empty.</summary>
internal static class Components
{
    public static Transform Of(FunctionCall call, Func<Temporal, int?> part) => Part(call, value => part(value) is { } number ? Item.Of(number) : null);

    /// <summary>In hours: -7, 8.75.</summary>
    public static Transform TimezoneOffset(FunctionCall call) => Part(call, static value => value.OffsetMinutes is { } minutes ? Item.Of(minutes / 60m) : null);

    public static Transform Date(FunctionCall call) => Part(call, static value => value.Kind == TemporalKind.Time ? null : Item.Of(Converters.DateOf(value)));

    public static Transform Time(FunctionCall call) => Part(call, static value => value.Kind != TemporalKind.Time && value.HasTime
        ? Item.Of(new Temporal(TemporalKind.Time, value.Precision, value.Ticks % TimeSpan.TicksPerDay, value.FractionDigits))
        : null);

    private static Transform Part(FunctionCall call, Func<Temporal, Item?> part) => (run, start) =>
    {
        var known = run.TryValue(start, call.Offset, $"{call.Name}()", out var value) && TryTemporal(value, out value);
        run.Drop(start);
        if (known && part(value.TemporalValue) is { } result)
        {
            run.Push(result);
        }
    };

    /// <summary>A date, a time, or a text that is one.</summary>
    private static bool TryTemporal(in Item value, out Item temporal)
    {
        temporal = value;
        if (value.Kind == ItemKind.String)
        {
            var found = Converters.ToDateTime(value) ?? Converters.ToTime(value);
            temporal = found ?? default;
            return found is not null;
        }

        return value.Kind is ItemKind.Date or ItemKind.DateTime or ItemKind.Time;
    }
}
