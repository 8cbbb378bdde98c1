using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Ratings;
using FhirMsc.Content.Recommendations;

namespace FhirMsc.Artifacts.Plans;

/// <summary>
/// Strength, quality of evidence and direction of a recommendation as extensions of <c>PlanDefinition.action</c>. The scheme's own code comes first; a code
/// of another scheme follows only where the content calls it equivalent: a rating is never translated by guess.
/// </summary>
internal static class Ratings
{
    private const string Directions = "http://hl7.org/fhir/uv/cpg/CodeSystem/cpg-recommendation-direction-cs";

    /// <summary>The extensions of one recommendation.</summary>
    public static IEnumerable<Element?> Of(Frame frame, Recommendation recommendation)
    {
        if (recommendation.Rating is { } rating)
        {
            var scheme = frame.Scheme(rating);
            yield return Rated(frame, ExtensionUrls.StrengthOfRecommendation, rating, scheme.Strength, rating.Strength);
            yield return Rated(frame, ExtensionUrls.QualityOfEvidence, rating, scheme.Evidence, rating.Evidence);
        }

        // The binding is required and has only these two codes; the other directions stand in words.
        var direction = recommendation.Direction switch
        {
            Direction.For => Datatypes.Concept(Directions, "for", "For"),
            Direction.Against => Datatypes.Concept(Directions, "against", "Against"),
            _ => null,
        };
        yield return Extension.Of(ExtensionUrls.Direction, "valueCodeableConcept", direction);
    }

    private static Element? Rated(Frame frame, string url, Rating rating, RatingAxis? axis, string? code)
    {
        if (axis is null || code is null)
        {
            return null;
        }

        var mapping = axis.Levels.First(level => level.Code == code).Mapping;
        var other = mapping is { Equivalence: MappingEquivalence.Equivalent, Code: { } target } && axis.MappedTo is { } system
            ? Datatypes.Coding(system, target, mapping.Display, origin: mapping.Origin)
            : null;
        return Extension.Of(url, "valueCodeableConcept", Datatypes.Concept([frame.Codes.Coding(axis.CodeSystem, code), other], code, rating.Origin));
    }
}
