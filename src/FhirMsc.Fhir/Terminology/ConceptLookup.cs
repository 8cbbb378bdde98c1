using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Terminology;

/// <summary>What is known of a code (R4 and R5, CodeSystem <c>$lookup</c>).</summary>
/// <param name="System">URL of its code system.</param>
/// <param name="Version">Version of the code system that the concept is from; <see langword="null"/> if it has none.</param>
/// <param name="Concept">The concept.</param>
public sealed record ConceptLookup(string System, string? Version, CodeSystemConcept Concept);
