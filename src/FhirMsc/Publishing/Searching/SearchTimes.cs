using FhirMsc.Fhir.Elements;

namespace FhirMsc.Publishing.Searching;

/// <summary>Dates as the time they cover (https://hl7.org/fhir/R4/search.html#date). Where no time zone is stated, UTC is taken.</summary>
internal static class SearchTimes
{
    /// <summary>All of time.</summary>
    public static (DateTime First, DateTime Last) Always { get; } = (DateTime.MinValue, DateTime.MaxValue);

    /// <summary>Reads a date or time as a query or a resource states it.</summary>
    public static (DateTime First, DateTime Last)? Read(string? text) =>
        text is null ? null
        : Temporal.TryParse(text, text.Contains('T', StringComparison.Ordinal) ? TemporalKind.DateTime : TemporalKind.Date, out var value) ? Cover(value)
        : null;

    /// <summary>The time that a date covers, given its precision.</summary>
    public static (DateTime First, DateTime Last) Cover(Temporal value)
    {
        var second = Math.Min(value.Second ?? 0, 59);
        var first = new DateTime(value.Year, value.Month ?? 1, value.Day ?? 1, value.Hour ?? 0, value.Minute ?? 0, second, DateTimeKind.Utc);
        first = first.AddMilliseconds(value.Millisecond ?? 0);
        var step = value switch
        {
            { Month: null } => first.AddYears(1),
            { Day: null } => first.AddMonths(1),
            { Hour: null } => first.AddDays(1),
            { Minute: null } => first.AddHours(1),
            { Second: null } => first.AddMinutes(1),
            { Millisecond: null } => first.AddSeconds(1),
            _ => first.AddMilliseconds(1),
        };
        var offset = TimeSpan.FromMinutes(value.OffsetMinutes ?? 0);
        return (first - offset, step.AddTicks(-1) - offset);
    }
}
