namespace FhirMsc.Fhir.Definitions;

/// <summary>How much of a code system its resource holds: FHIR's <c>codesystem-content-mode</c>.</summary>
public enum CodeSystemContentMode
{
    /// <summary>No codes.</summary>
    NotPresent,

    /// <summary>A few codes, as an example.</summary>
    Example,

    /// <summary>A part.</summary>
    Fragment,

    /// <summary>All codes.</summary>
    Complete,

    /// <summary>Additions to another system's codes.</summary>
    Supplement,
}
