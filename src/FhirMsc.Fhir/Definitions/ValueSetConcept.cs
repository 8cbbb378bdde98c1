namespace FhirMsc.Fhir.Definitions;

/// <summary>One code that a value set lists.</summary>
/// <param name="Code">The code.</param>
/// <param name="Display">Its text in this value set; <see langword="null"/> if not given or not kept.</param>
public sealed record ValueSetConcept(string Code, string? Display);
