using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Artifacts.Plans;

/// <summary>The plan that groups the recommendations of the guideline; none without recommendations.</summary>
internal sealed class StrategyPlan : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame)
    {
        var guideline = frame.Guideline;
        if (guideline.Recommendations.Count == 0)
        {
            yield break;
        }

        var head = new Head("PlanDefinition", frame.Names.Whole, guideline.Title, guideline.Description, guideline.Origin)
        {
            Kind = ArtifactKind.Strategy,
            Related = [Citing.Page(frame), .. Citing.References(frame, guideline.References.Select(reference => reference.Label)), .. Predecessor(frame)],
            Narrative = Narrative(frame),
        };
        yield return Resource.Make(frame, head, new Element
        {
            { "subtitle", guideline.Subtitle },
            { "type", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/plan-definition-type", "workflow-definition", "Workflow Definition") },
            {
                "action",
                guideline.Recommendations.Select(recommendation => new Element(recommendation.Origin)
                {
                    { "id", recommendation.Id },
                    { "title", recommendation.Title },
                    { "description", recommendation.Quotation.Trim() },
                    { "code", [Datatypes.Concept("http://hl7.org/fhir/uv/cpg/CodeSystem/cpg-common-process-cs", "guideline-based-care", "Guideline-based Care")] },
                    { "definitionCanonical", frame.Names.Canonical("PlanDefinition", frame.Names.Of(recommendation)) },
                })
            },
        });
    }

    /// <summary>The same strategy in the version that this one succeeds.</summary>
    private static IEnumerable<Related> Predecessor(Frame frame) => frame.Guideline.Replaces is not { } version ? [] :
    [
        new Related("predecessor")
        {
            Display = $"{frame.Guideline.Title}, version {version}",
            Canonical = $"{frame.Names.Url("PlanDefinition", frame.Names.Whole)}|{version}",
            Origin = frame.Guideline.Origin,
        },
    ];

    private static Xhtml Narrative(Frame frame)
    {
        var guideline = frame.Guideline;
        return new Xhtml().Heading(guideline.Title).Paragraph(guideline.Subtitle).Markdown(guideline.Description)
            .Labelled("Source", guideline.Source.Citation)
            .Labelled("Last updated", guideline.Source.LastUpdated?.Printed)
            .Labelled("Archived", guideline.Source.Archived?.Meaning)
            .Table(["Recommendation", "Direction", "Rating", "Statement"], guideline.Recommendations.Select(IReadOnlyList<string?> (recommendation) =>
            [
                recommendation.Title,
                Words.Of(recommendation.Direction),
                recommendation.Rating is { } rating ? Words.Of(rating, frame.Scheme(rating)) : "not rated",
                recommendation.Quotation,
            ]))
            .Table(["Study", "Design", "Participants", "Findings"], guideline.Studies.Select(IReadOnlyList<string?> (study) =>
            [
                study.Label,
                StudyWords.Describe(study.Design),
                StudyWords.Participants(study),
                StudyWords.Findings(study),
            ]));
    }
}
