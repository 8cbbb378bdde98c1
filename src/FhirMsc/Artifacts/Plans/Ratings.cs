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
            yield return Extension.Of(ExtensionUrls.StrengthOfRecommendation, "valueCodeableConcept", Level(frame, rating, scheme.Strength, rating.Strength));
            yield return Extension.Of(ExtensionUrls.QualityOfEvidence, "valueCodeableConcept", Level(frame, rating, scheme.Evidence, rating.Evidence));
        }

        yield return Extension.Of(ExtensionUrls.Direction, "valueCodeableConcept", DirectionOf(recommendation));
    }

    /// <summary>The direction as a code. CPG's required value set has two; the other directions stand in words and give <see langword="null"/>.</summary>
    public static Element? DirectionOf(Recommendation recommendation) => recommendation.Direction switch
    {
        Direction.For => Datatypes.Concept(Directions, "for", "For"),
        Direction.Against => Datatypes.Concept(Directions, "against", "Against"),
        _ => null,
    };

    /// <summary>A level of a rating; <see langword="null"/> where the scheme has no such axis or the rating is silent on it.</summary>
    public static Element? Level(Frame frame, Rating rating, RatingAxis? axis, string? code)
    {
        if (axis is null || code is null)
        {
            return null;
        }

        var mapping = axis.Levels.First(level => level.Code == code).Mapping;
        var other = mapping is { Equivalence: MappingEquivalence.Equivalent, Code: { } target } && axis.MappedTo is { } system
            ? Datatypes.Coding(system, target, mapping.Display, origin: mapping.Origin)
            : null;
        return Datatypes.Concept([frame.Codes.Coding(axis.CodeSystem, code), other], code, rating.Origin);
    }
}
