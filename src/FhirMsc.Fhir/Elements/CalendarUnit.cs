namespace FhirMsc.Fhir.Elements;

/// <summary>FHIRPath's calendar duration units, longest first.</summary>
public enum CalendarUnit
{
    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A minute.</summary>
    Minute,

    /// <summary>A second.</summary>
    Second,

    /// <summary>A thousandth of a second.</summary>
    Millisecond,
}
