namespace FhirMsc.Fhir.Definitions;

/// <summary>Whether a reference names a version: FHIR's <c>reference-version-rules</c>.</summary>
public enum ReferenceVersioning
{
    /// <summary>Nothing is said, or either will do.</summary>
    Either,

    /// <summary>It must not name a version.</summary>
    Independent,

    /// <summary>It must name a version.</summary>
    Specific,
}
