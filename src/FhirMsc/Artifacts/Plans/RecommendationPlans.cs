using FhirMsc.Artifacts.Activities;
using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Recommendations;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Plans;

/// <summary>One plan for each recommendation, bound to no hook: statement, ratings, rationale, exceptions, what it rests on. And the group it is for.</summary>
internal sealed class RecommendationPlans : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) =>
        frame.Guideline.Recommendations.SelectMany(recommendation => (Draft[])[Plan(frame, recommendation), RecommendationGroup.Of(frame, recommendation)]);

    private static Draft Plan(Frame frame, Recommendation recommendation)
    {
        // For whom it is the group says; a condition is only what data can tell of its exceptions.
        var exceptions = recommendation.Exceptions.Select(exception => exception.Criterion).OfType<string>().Distinct().ToList();
        var logic = new PlanLogic(frame, exceptions);
        var head = new Head("PlanDefinition", frame.Names.Of(recommendation), recommendation.Title, recommendation.Quotation.Trim(), recommendation.Origin)
        {
            Kind = ArtifactKind.Recommendation,
            Profiles = recommendation.Rating is { Strength: not null, Evidence: not null } ? [OwnProfiles.RatedRecommendation] : [],
            Jurisdiction = recommendation.Jurisdiction,
            Usage = recommendation.Notes,
            Extensions =
            [
                Extension.Of(ExtensionUrls.PartOf, "valueCanonical", frame.Names.Canonical("PlanDefinition", frame.Names.Whole)),
                .. logic.Variables(),
            ],
            Related = [Citing.Page(frame), .. Citing.References(frame, Citing.Labels(frame, recommendation)), .. Justifications(frame, recommendation), .. Restated(frame, recommendation)],
            Narrative = Narrative(frame, recommendation),
        };
        return Resource.Make(frame, head, new Element
        {
            { "type", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/plan-definition-type", "eca-rule", "ECA Rule") },
            { "subjectReference", Datatypes.Reference($"Group/{frame.Names.Of(recommendation)}", recommendation.Population.Text) },
            { "library", [frame.Names.Canonical("Library", frame.Names.Logic)] },
            {
                "action",
                [
                    new Element(recommendation.Origin)
                    {
                        { "id", recommendation.Id },
                        {
                            "extension",
                            [
                                .. Ratings.Of(frame, recommendation),
                                Extension.Of(ExtensionUrls.Rationale, "valueMarkdown", recommendation.Rationale.Trim(), recommendation.Origin),
                            ]
                        },
                        { "title", recommendation.Title },
                        { "description", recommendation.Quotation.Trim() },
                        { "textEquivalent", recommendation.Quotation.Trim() },
                        { "documentation", [frame.Forms.RelatedArtifact(Citing.Page(frame) with { Type = "documentation", Reference = null, Citation = null, Label = recommendation.Origin.Place?.ToString(), Document = null })] },
                        { "condition", exceptions.Select(logic.DoesNotHold) },
                        { "input", logic.DataRequirements().Select(frame.Forms.ActionInput) },
                        { "type", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/action-type", "create", "Create") },
                        { "definitionCanonical", frame.Names.Canonical("ActivityDefinition", frame.Names.Inform(recommendation)) },
                        { "action", ActivityDefinitions.DoNotOrderTypes(frame, recommendation).Select(type => DoNotOrder(frame, recommendation, type)) },
                    },
                ]
            },
        });
    }

    private static Element DoNotOrder(Frame frame, Recommendation recommendation, string orderType) => new(recommendation.Intervention.Origin)
    {
        { "id", $"do-not-order-{orderType.ToLowerInvariant()}" },
        { "title", ActivityDefinitions.DoNotOrderTitle(recommendation, orderType) },
        { "type", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/action-type", "create", "Create") },
        { "definitionCanonical", frame.Names.Canonical("ActivityDefinition", frame.Names.DoNotOrder(recommendation, orderType)) },
    };

    private static IEnumerable<Related> Justifications(Frame frame, Recommendation recommendation) =>
        recommendation.RestsOn.SelectMany(id => frame.Fact(id) switch
        {
            Study study => study.Outcomes.Select(outcome => Justification(frame, frame.Names.Of(outcome), $"{study.Label}: {outcome.Title}")),
            Outcome outcome => [Justification(frame, frame.Names.Of(outcome), outcome.Title)],
            Content.Findings.AdverseEffects effects => [Justification(frame, frame.Names.Of(effects), $"Harms of {effects.Intervention}")],
            _ => (IEnumerable<Related>)[],
        }).DistinctBy(related => related.Canonical);

    private static Related Justification(Frame frame, string id, string display) =>
        new("justification") { Display = display, Canonical = frame.Names.Canonical("Evidence", id) };

    private static IEnumerable<Related> Restated(Frame frame, Recommendation recommendation) => recommendation.Restates is not { } id ? [] :
    [
        new Related("derived-from")
        {
            Display = $"Says again for another scope: {frame.Recommendation(id).Title}",
            Canonical = frame.Names.Canonical("PlanDefinition", frame.Names.Of(frame.Recommendation(id))),
        },
    ];

    private static Xhtml Narrative(Frame frame, Recommendation recommendation) => new Xhtml().Heading(recommendation.Title)
        .Quotation(recommendation.Quotation)
        .Labelled("Direction", Words.Of(recommendation.Direction))
        .Labelled("Rating", recommendation.Rating is { } rating ? Words.Of(rating, frame.Scheme(rating)) : "not rated")
        .Labelled("For whom", recommendation.Population.Text)
        .Labelled("About", recommendation.Intervention.Text)
        .Labelled("Except", string.Join("; ", recommendation.Exceptions.Select(exception => exception.Text)))
        .Heading("Why", 3).Markdown(recommendation.Rationale)
        .Labelled("Source", frame.Guideline.Source.Citation)
        .Labelled("Archived", frame.Guideline.Source.Archived?.Meaning)
        .Bullets(recommendation.Notes);
}
