using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Cards;

/// <summary>
/// Applied plan to cards, as CDS on FHIR maps them (https://hl7.org/fhir/R4/clinicalreasoning-cds-on-fhir.html): title to summary, description to detail,
/// priority to indicator, documentation to source and links, nested actions to suggestions.
/// </summary>
/// <param name="ids">Where identifiers come from.</param>
/// <param name="fallbackSource">Label of the source for actions without documentation, because a card must have one.</param>
/// <param name="texts">The plan's own descriptions, escaped already; others are escaped when they are written.</param>
internal sealed class CardMaker(ICardIds ids, string fallbackSource, IReadOnlyDictionary<string, EncodedText> texts)
{
    private const string Incomplete = "Part of this decision support could not be worked out: data is missing.";

    /// <summary>
    /// The cards of a plan. When some actions apply and others could not be decided, one more card says so; a plan of which nothing applies and something is
    /// undecided must not come here.
    /// </summary>
    public IReadOnlyList<Card> Make(AppliedPlan plan)
    {
        var cards = plan.Actions.SelectMany(Spoken).Select(Make).ToList();
        if (plan.Undecided.Count > 0 && cards.Count > 0)
        {
            cards.Add(new Card
            {
                Uuid = ids.Next(),
                Summary = Incomplete,
                Detail = CardDetail.Write(null, [], [], plan.Undecided, []),
                Indicator = "info",
                Source = cards[0].Source,
            });
        }

        return cards;
    }

    /// <summary>An action without a title is a group that says nothing itself: its members are the advice.</summary>
    private static IEnumerable<AppliedAction> Spoken(AppliedAction action) => action.Title.Length > 0 ? [action] : action.Actions.SelectMany(Spoken);

    private Card Make(AppliedAction action)
    {
        var uuid = ids.Next(action.Id);
        var suggestions = new CardSuggestions(ids);
        suggestions.Add(action);
        var isExclusive = action.Behaviors.IsExclusive;
        return new Card
        {
            Uuid = uuid,
            Summary = CardText.Summary(action.Title),
            Detail = CardDetail.Write(action.Description, suggestions.Orders, action.Remarks, Notes(action).DistinctBy(note => note.What), suggestions.Words),
            DetailStart = action.Description is { } description ? texts.GetValueOrDefault(description) : null,
            Indicator = Indicators.Of(action.Priority),
            Source = Source(action),
            Suggestions = suggestions.Recommended(isExclusive),

            // FHIR's action-selection-behavior as the two values that CDS Hooks has.
            SelectionBehavior = isExclusive ? "at-most-one" : "any",
            OverrideReasons = [.. action.OverrideReasons.Select(Documentation.Coding).OfType<CardCoding>().Select(reason => reason with { Display = reason.Display ?? reason.Code })],
            Links = [.. action.Documentation.Skip(1).Select(Link).OfType<CardLink>()],
        };
    }

    private static IEnumerable<Undecided> Notes(AppliedAction action) => action.Notes.Concat(action.Actions.SelectMany(Notes));

    private CardSource Source(AppliedAction action)
    {
        var topic = Documentation.Coding(action.Topic);
        var first = action.Documentation.Count > 0 ? action.Documentation[0] : default;
        return first.Exists ? new CardSource(Documentation.Label(first) ?? fallbackSource, Documentation.Url(first), topic) : new CardSource(fallbackSource, null, topic);
    }

    private static CardLink? Link(Node artifact) =>
        Documentation.Url(artifact) is { } url ? new CardLink(Documentation.Label(artifact) ?? url, url) : null;
}
