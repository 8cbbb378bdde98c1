namespace FhirMsc.Fhir.Elements;

/// <summary>Where a quantity's unit comes from.</summary>
public enum QuantityUnitKind : byte
{
    /// <summary>A code of UCUM, a definite duration if it is one of time.</summary>
    Ucum,

    /// <summary>One of FHIRPath's calendar durations (<c>1 year</c>).</summary>
    Calendar,

    /// <summary>
    /// A UCUM code of time in a FHIR Quantity: FHIR maps <c>a</c> to year, <c>mo</c> to month and so on, so it may stand for the calendar duration as well as
    /// for the definite one, whichever the other operand is.
    /// </summary>
    Either,
}
