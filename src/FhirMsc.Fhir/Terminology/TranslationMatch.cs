using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Terminology;

/// <summary>One target that a concept map names.</summary>
/// <param name="System">URL of the target's code system; <see langword="null"/> if the map does not state it.</param>
/// <param name="Code">The target code; <see langword="null"/> if the map states only the relationship.</param>
/// <param name="Display">Its text, if given.</param>
/// <param name="Relationship">How the target stands to the source.</param>
/// <param name="DependsOn">Whether it holds only if other elements have certain values, which was not checked.</param>
public sealed record TranslationMatch(string? System, string? Code, string? Display, ConceptRelationship Relationship, bool DependsOn);
