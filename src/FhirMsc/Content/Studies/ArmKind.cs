namespace FhirMsc.Content.Studies;

/// <summary>The codes of FHIR's <c>research-study-arm-type</c>.</summary>
public enum ArmKind
{
    /// <summary>Gets the intervention studied.</summary>
    Experimental,

    /// <summary>Gets another effective intervention or the usual care.</summary>
    ActiveComparator,

    /// <summary>Gets placebo.</summary>
    PlaceboComparator,

    /// <summary>Gets a sham procedure.</summary>
    ShamComparator,

    /// <summary>Gets nothing.</summary>
    NoIntervention,

    /// <summary>Anything else.</summary>
    Other,
}
