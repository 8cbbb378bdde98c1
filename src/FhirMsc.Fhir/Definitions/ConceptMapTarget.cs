namespace FhirMsc.Fhir.Definitions;

/// <summary>One target of a source code.</summary>
/// <param name="Code">The target code; <see langword="null"/> if only the relationship is stated.</param>
/// <param name="Display">Its text, if given.</param>
/// <param name="Relationship">How the target stands to the source, in R5's codes.</param>
/// <param name="DependsOn">Whether the mapping holds only if other elements have certain values (<c>dependsOn</c>), which the map alone cannot tell.</param>
public sealed record ConceptMapTarget(string? Code, string? Display, ConceptRelationship Relationship, bool DependsOn);
