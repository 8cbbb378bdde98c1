using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Plans;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Recommendations;

namespace FhirMsc.Artifacts.Releases.R5;

/// <summary>What the guideline's makers judged of a recommendation, as <c>ArtifactAssessment</c>: direction, strength, evidence, and why.</summary>
internal sealed class ArtifactAssessments : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) => frame.Guideline.Recommendations.Select(recommendation => Of(frame, recommendation));

    private static Draft Of(Frame frame, Recommendation recommendation)
    {
        var title = $"Rating: {recommendation.Title}";
        var head = new Head("ArtifactAssessment", frame.Names.Of(recommendation), title, null, recommendation.Origin)
        {
            Kind = ArtifactKind.Assessment,
            Narrative = new Xhtml().Heading(title).Quotation(recommendation.Quotation)
                .Labelled("Direction", Words.Of(recommendation.Direction))
                .Labelled("Rating", recommendation.Rating is { } rating ? Words.Of(rating, frame.Scheme(rating)) : "not rated")
                .Heading("Why", 3).Markdown(recommendation.Rationale),
        };
        return Resource.Make(frame, head, new Element
        {
            { "title", title },
            { "citeAsReference", Datatypes.Reference($"Citation/{frame.Names.Source}") },
            { "date", frame.Guideline.Source.LastUpdated?.Date },
            { "lastReviewDate", frame.Guideline.Source.LastUpdated?.Date },
            { "artifactCanonical", frame.Names.Canonical("PlanDefinition", frame.Names.Of(recommendation)) },
            {
                "content",
                [
                    new Element(recommendation.Origin)
                    {
                        { "informationType", "container" },
                        { "summary", recommendation.Quotation.Trim() },
                        { "component", Judgements(frame, recommendation) },
                    },
                    new Element(recommendation.Origin) { { "informationType", "comment" }, { "type", Datatypes.Words("Rationale") }, { "summary", recommendation.Rationale.Trim() } },
                ]
            },
        });
    }

    private static IEnumerable<Element?> Judgements(Frame frame, Recommendation recommendation)
    {
        yield return Judgement("classifier", Datatypes.Words("Direction of recommendation"), Ratings.DirectionOf(recommendation) ?? Datatypes.Words(Words.Of(recommendation.Direction)));
        if (recommendation.Rating is not { } rating)
        {
            yield break;
        }

        var scheme = frame.Scheme(rating);
        yield return Judgement("rating", Datatypes.Words("Strength of recommendation"), Ratings.Level(frame, rating, scheme.Strength, rating.Strength));
        yield return Judgement(
            "rating",
            Datatypes.Concept("http://hl7.org/fhir/certainty-type", "Overall", "Overall certainty", "Quality of evidence"),
            Ratings.Level(frame, rating, scheme.Evidence, rating.Evidence));
    }

    private static Element? Judgement(string informationType, Element type, Element? level) => level is null ? null : new Element
    {
        { "informationType", informationType },
        { "type", type },
        { "classifier", [level] },
    };
}
