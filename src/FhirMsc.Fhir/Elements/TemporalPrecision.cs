namespace FhirMsc.Fhir.Elements;

/// <summary>The finest part that a <see cref="Temporal"/> states. Fractions of a second count as seconds: FHIRPath treats both as one decimal.</summary>
public enum TemporalPrecision : byte
{
    /// <summary>Year.</summary>
    Year,

    /// <summary>Month.</summary>
    Month,

    /// <summary>Day.</summary>
    Day,

    /// <summary>Hour.</summary>
    Hour,

    /// <summary>Minute.</summary>
    Minute,

    /// <summary>Second, with or without a fraction; see <see cref="Temporal.FractionDigits"/>.</summary>
    Second,
}
