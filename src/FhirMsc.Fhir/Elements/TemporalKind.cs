namespace FhirMsc.Fhir.Elements;

/// <summary>Which of FHIRPath's three types a <see cref="Temporal"/> is of.</summary>
public enum TemporalKind : byte
{
    /// <summary>A date without time: year, month, or day.</summary>
    Date,

    /// <summary>A date that may have a time and a time zone.</summary>
    DateTime,

    /// <summary>A time of day without date and without time zone.</summary>
    Time,
}
