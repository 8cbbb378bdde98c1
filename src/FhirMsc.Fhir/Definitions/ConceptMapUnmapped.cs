namespace FhirMsc.Fhir.Definitions;

/// <summary>What a map does with codes that it does not list.</summary>
/// <param name="Mode">The way.</param>
/// <param name="Code">For <see cref="UnmappedMode.Fixed"/>, the code.</param>
/// <param name="Display">Its text.</param>
/// <param name="OtherMap">For <see cref="UnmappedMode.OtherMap"/>, that map's canonical URL.</param>
/// <param name="Relationship">How the target stands to the source, in R5's codes; <see cref="ConceptRelationship.RelatedTo"/> if not stated.</param>
public sealed record ConceptMapUnmapped(UnmappedMode Mode, string? Code, string? Display, string? OtherMap, ConceptRelationship Relationship);
