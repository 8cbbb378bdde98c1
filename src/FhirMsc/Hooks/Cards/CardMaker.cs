using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Cards;

/// <summary>
/// Applied plan to cards, as CDS on FHIR maps them (https://hl7.org/fhir/R4/clinicalreasoning-cds-on-fhir.html): title to summary, description to detail,
/// priority to indicator, documentation to source and links, nested actions to suggestions.
/// </summary>
/// <param name="ids">Where identifiers come from.</param>
/// <param name="fallbackSource">Label of the source for actions without documentation, because a card must have one.</param>
internal sealed class CardMaker(ICardIds ids, string fallbackSource)
{
    private const string Incomplete = "Part of this decision support could not be worked out: data is missing.";

    /// <summary>
    /// The cards of a plan. When some actions apply and others could not be decided, one more card says so; a plan of which nothing applies and something is
    /// undecided must not come here.
    /// </summary>
    public IReadOnlyList<Card> Make(AppliedPlan plan)
    {
        var cards = plan.Actions.Select(Make).ToList();
        if (plan.Undecided.Count > 0 && cards.Count > 0)
        {
            cards.Add(new Card
            {
                Uuid = ids.Next(),
                Summary = Incomplete,
                Detail = CardDetail.Write(null, [], plan.Undecided, []),
                Indicator = "info",
                Source = cards[0].Source,
            });
        }

        return cards;
    }

    private Card Make(AppliedAction action)
    {
        var buttons = action.Suggestions.Select(suggestion => (Suggestion: suggestion, Deletes: Deletes(suggestion))).ToList();
        return new Card
        {
            Uuid = ids.Next(),
            Summary = CardText.Summary(action.Title),
            Detail = CardDetail.Write(action.Description, action.Remarks, action.Notes, buttons.Where(button => button.Deletes.Count == 0).Select(button => button.Suggestion.Label)),
            Indicator = Indicators.Of(action.Priority),
            Source = Source(action),
            Suggestions = [.. buttons.Where(button => button.Deletes.Count > 0).Select(button => new Suggestion(CardText.OneLine(button.Suggestion.Label), ids.Next(), button.Deletes))],
            SelectionBehavior = Behavior(action.SelectionBehavior),
            OverrideReasons = [.. action.OverrideReasons.Select(Documentation.Coding).OfType<CardCoding>().Select(reason => reason with { Display = reason.Display ?? reason.Code })],
            Links = [.. action.Documentation.Skip(1).Select(Link).OfType<CardLink>()],
        };
    }

    private CardSource Source(AppliedAction action)
    {
        var topic = Documentation.Coding(action.Topic);
        var first = action.Documentation.Count > 0 ? action.Documentation[0] : default;
        return first.Exists ? new CardSource(Documentation.Label(first) ?? fallbackSource, Documentation.Url(first), topic) : new CardSource(fallbackSource, null, topic);
    }

    private static CardLink? Link(Node artifact) =>
        Documentation.Url(artifact) is { } url ? new CardLink(Documentation.Label(artifact) ?? url, url) : null;

    /// <summary>
    /// What a button would delete. Only orders with an id can be named; a suggestion that no action can carry out is told in the detail instead of
    /// being shown as a button that does nothing.
    /// </summary>
    private static List<DeleteAction> Deletes(AppliedSuggestion suggestion) => suggestion.Type == "remove"
        ? [.. suggestion.Resources
            .Select(resource => (resource.ResourceType, Id: NodeShapes.Text(resource, "id")))
            .Where(resource => resource.ResourceType is not null && resource.Id is not null)
            .Select(resource => new DeleteAction(CardText.OneLine(suggestion.Description ?? suggestion.Label), $"{resource.ResourceType}/{resource.Id}"))
            .DistinctBy(action => action.ResourceId)]
        : [];

    /// <summary>FHIR's action-selection-behavior as the two values that CDS Hooks has.</summary>
    private static string Behavior(string? planned) => planned is "at-most-one" or "exactly-one" ? "at-most-one" : "any";
}
