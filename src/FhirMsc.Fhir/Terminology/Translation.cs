using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology;

/// <summary>What a concept map makes of a code.</summary>
/// <param name="Matches">All targets the map names, in its order: those that are said not to be related too.</param>
/// <param name="Issues">Why there may be others: a map that is not at hand, a code that the map says nothing of. Empty if the map says that there is no target.</param>
public sealed record Translation(IReadOnlyList<TranslationMatch> Matches, IReadOnlyList<Issue> Issues)
{
    /// <summary>R4, <c>$translate</c>: true if there is a target with a code that is not said to be unrelated and depends on nothing else.</summary>
    public bool IsTranslated => Matches.Any(match => match.Code is not null && match.Relationship != ConceptRelationship.NotRelatedTo && !match.DependsOn);
}
