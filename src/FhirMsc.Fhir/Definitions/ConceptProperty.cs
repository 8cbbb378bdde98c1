namespace FhirMsc.Fhir.Definitions;

/// <summary>A property of a code.</summary>
/// <param name="Code">Name of the property.</param>
/// <param name="Value">Its value as text; for codings the code.</param>
public sealed record ConceptProperty(string Code, string Value);
