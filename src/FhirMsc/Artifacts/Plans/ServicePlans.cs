using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Cards;
using FhirMsc.Content.Recommendations;

namespace FhirMsc.Artifacts.Plans;

/// <summary>
/// One plan for each CDS Hooks service: the plan is what is evaluated, so everything the card says and asks is in it. Several conditions are joined by
/// "and"; the inputs of the action are its prefetch; its nested actions are the suggestions.
/// </summary>
internal sealed class ServicePlans : IProjection
{
    private const string PlanType = "http://terminology.hl7.org/CodeSystem/plan-definition-type";

    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) => frame.Guideline.Services.Select(service => Of(frame, service));

    private static Draft Of(Frame frame, Service service)
    {
        var recommendations = service.Recommendations.Select(frame.Recommendation).ToList();
        var logic = new PlanLogic(frame, service.Criteria);
        var head = new Head("PlanDefinition", Names.Of(service), service.Title, service.Description, service.Origin)
        {
            Kind = ArtifactKind.Service,
            Extensions =
            [
                Extension.Of(ExtensionUrls.CdsHooksEndpoint, "valueUri", $"{frame.Guideline.Canonical}/cds-services/{service.Id}", service.Origin),
                .. logic.Variables(),
            ],
            Usage = [service.UsageRequirements],
            Topics = [Datatypes.Concept([frame.Codes.Coding(service.Card.Topic)], frame.Codes.Display(service.Card.Topic.CodeSystem, service.Card.Topic.Code), service.Card.Origin)],
            Related =
            [
                Citing.Page(frame),
                .. Citing.References(frame, recommendations.SelectMany(recommendation => Citing.Labels(frame, recommendation))),
                .. recommendations.Select(recommendation => new Related("derived-from")
                {
                    Display = recommendation.Title,
                    Canonical = frame.Names.Canonical("PlanDefinition", frame.Names.Of(recommendation)),
                    Origin = recommendation.Origin,
                }),
                .. logic.ValueSets.Select(id => new Related("depends-on") { Canonical = frame.ValueSet(id) }),
            ],
            Narrative = Narrative(frame, service, recommendations, logic),
        };
        return Resource.Make(frame, head, new Element
        {
            { "type", Datatypes.Concept(PlanType, "eca-rule", "ECA Rule") },
            { "library", [frame.Names.Canonical("Library", frame.Names.Logic)] },
            { "action", service.Hints.Select(hint => Hint(frame, service, hint, logic)).Prepend(Action(frame, service, recommendations, logic)) },
        });
    }

    private static Element Action(Frame frame, Service service, List<Recommendation> recommendations, PlanLogic logic) => new(service.Card.Origin)
    {
        { "id", Service.MainAction },
        {
            "extension",
            [
                .. Distinct(recommendations).SelectMany(recommendation => Ratings.Of(frame, recommendation)),
                .. service.Notes.Select(note => Extension.Of(
                    OwnExtensions.ConditionalNote,
                    [
                        Extension.Of("when", "valueExpression", Datatypes.Expression(logic.Truth(note.When))),
                        Extension.Of("text", "valueMarkdown", note.Text),
                    ],
                    note.Origin)),
                .. service.Card.OverrideReasons.Select(reason => Extension.Of(OwnExtensions.OverrideReason, "valueCoding", frame.Codes.Coding(reason))),
            ]
        },
        { "title", service.Card.Summary },
        { "description", CardText.Fill(frame, service.Card.Detail) },
        { "textEquivalent", string.Join("\n\n", recommendations.Select(recommendation => recommendation.Quotation.Trim())) },
        { "priority", service.Card.Priority.ToString().ToLowerInvariant() },
        { "documentation", Documentation(frame, service.Card) },
        { "trigger", Trigger(service) },
        { "condition", service.When.Select(logic.Holds).Concat(service.Unless.Select(logic.DoesNotHold)) },
        { "input", logic.DataRequirements().Select(frame.Forms.ActionInput) },
        { "selectionBehavior", service.Card.Suggestions.Count == 0 ? null : "at-most-one" },
        { "action", service.Card.Suggestions.Select(Suggestion) },
    };

    /// <summary>A hint has no rating of its own: it says that a rated statement may concern the patient. The data that it reads are inputs of the main action.</summary>
    private static Element Hint(Frame frame, Service service, ServiceHint hint, PlanLogic logic) => new(hint.Origin)
    {
        { "id", hint.Id },
        { "title", hint.Card.Summary },
        { "description", CardText.Fill(frame, hint.Card.Detail) },
        { "priority", hint.Card.Priority.ToString().ToLowerInvariant() },
        { "documentation", Documentation(frame, hint.Card) },
        { "trigger", Trigger(service) },
        { "condition", hint.When.Select(logic.Holds).Concat(hint.Unless.Select(logic.DoesNotHold)) },
    };

    private static IEnumerable<Element> Trigger(Service service) => [new Element { { "type", "named-event" }, { "name", service.Hook } }];

    /// <summary>The source of the card comes first.</summary>
    private static IEnumerable<Element> Documentation(Frame frame, CardContent card) =>
    [
        frame.Forms.RelatedArtifact(new Related("documentation") { Display = card.SourceLabel, Url = card.SourceUrl }),
        .. card.Links.Select(link => frame.Forms.RelatedArtifact(new Related("documentation") { Display = link.Label, Url = link.Url, Origin = link.Origin })),
    ];

    /// <summary>Removing orders is a suggestion of type <c>remove</c>; <c>doNotPerform</c> is not for orders in progress.</summary>
    private static Element Suggestion(CardSuggestion suggestion, int index) => new(suggestion.Origin)
    {
        { "id", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"suggestion-{index + 1}") },
        { "title", suggestion.Label },
        { "description", suggestion.Description },
        { "type", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/action-type", "remove", "Remove") },
        { "dynamicValue", [new Element { { "path", "resource" }, { "expression", Datatypes.Expression($"%{suggestion.Remove}") } }] },
    };

    /// <summary>Recommendations that differ in rating or direction: the same rating need not be said twice.</summary>
    private static IEnumerable<Recommendation> Distinct(IEnumerable<Recommendation> recommendations) =>
        recommendations.DistinctBy(recommendation => (recommendation.Rating?.Scheme, recommendation.Rating?.Strength, recommendation.Rating?.Evidence, recommendation.Direction));

    private static Xhtml Narrative(Frame frame, Service service, List<Recommendation> recommendations, PlanLogic logic)
    {
        var narrative = new Xhtml().Heading(service.Title).Markdown(service.Description).Labelled("Hook", service.Hook)
            .Labelled("Card", service.Card.Summary);
        foreach (var recommendation in recommendations)
        {
            narrative.Quotation(recommendation.Quotation);
        }

        narrative.Labelled("Applies when", string.Join("; ", service.When.Select(id => Meaning(logic, id))))
            .Labelled("Does not apply when it is known that", string.Join("; ", service.Unless.Select(id => Meaning(logic, id))));
        foreach (var hint in service.Hints)
        {
            narrative.Labelled("Only informs", hint.Card.Summary).Labelled("When", string.Join("; ", hint.When.Select(id => Meaning(logic, id))))
                .Labelled("Not when it is known that", string.Join("; ", hint.Unless.Select(id => Meaning(logic, id))));
        }

        return narrative
            .Table(["Data", "What it is", "If it is missing"], logic.Inputs.Select(IReadOnlyList<string?> (input) => [input.Id, input.Description, input.Unavailable]))
            .Table(["Question", "Meaning", "If it can't be told"], logic.Criteria.Select(IReadOnlyList<string?> (criterion) => [criterion.Id, criterion.Meaning, criterion.CannotTell]));
    }

    private static string Meaning(PlanLogic logic, string id) => logic.Criteria.First(criterion => criterion.Id == id).Meaning;
}
