using FhirMsc.Decisions;

namespace FhirMsc.Hooks.Cards;

/// <summary>
/// Applied plan to cards, as CDS on FHIR maps them (https://hl7.org/fhir/R4/clinicalreasoning-cds-on-fhir.html): title to summary, description to detail,
/// priority to indicator, documentation to source and links, nested actions to suggestions.
/// </summary>
/// <param name="ids">Where identifiers come from.</param>
/// <param name="frames">What is the same from call to call.</param>
internal sealed class CardMaker(ICardIds ids, CardFrames frames)
{
    private const string Incomplete = "Part of this decision support could not be worked out: data is missing.";

    /// <summary>
    /// The cards of a plan. When some actions apply and others could not be decided, one more card says so; a plan of which nothing applies and something is
    /// undecided must not come here.
    /// </summary>
    public IReadOnlyList<Card> Make(AppliedPlan plan)
    {
        var cards = new List<Card>(plan.Actions.Count);
        Add(cards, plan.Actions);
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
    private void Add(List<Card> cards, IReadOnlyList<AppliedAction> actions)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            var action = actions[i];
            if (action.Title.Length > 0)
            {
                cards.Add(Make(action));
            }
            else
            {
                Add(cards, action.Actions);
            }
        }
    }

    private Card Make(AppliedAction action)
    {
        var uuid = ids.Next(action.Id);
        var suggestions = new CardSuggestions(ids);
        suggestions.Add(action);
        var isExclusive = action.Behaviors.IsExclusive;
        var frame = frames.For(action);
        var start = frames.Find(action.Description);
        List<Undecided> notes = [];
        AddNotes(notes, action);
        return new Card
        {
            Uuid = uuid,
            Frame = frame,
            Summary = CardText.Summary(action.Title),
            Detail = start is null ? CardDetail.Write(action.Description, suggestions.Orders, action.Remarks, notes, suggestions.Words) : null,
            DetailStart = start,
            DetailRest = start is null ? string.Empty : CardDetail.Rest(start.Text.Length > 0, suggestions.Orders, action.Remarks, notes, suggestions.Words),
            Indicator = Indicators.Of(action.Priority),
            Source = frame.Source,
            Suggestions = suggestions.Recommended(isExclusive),

            // FHIR's action-selection-behavior as the two values that CDS Hooks has.
            SelectionBehavior = isExclusive ? "at-most-one" : "any",
            OverrideReasons = frame.OverrideReasons,
            Links = frame.Links,
        };
    }

    /// <summary>What could not be told of an action and those below it, the first word on each matter.</summary>
    private static void AddNotes(List<Undecided> notes, AppliedAction action)
    {
        foreach (var note in action.Notes)
        {
            if (!notes.Exists(known => known.What == note.What))
            {
                notes.Add(note);
            }
        }

        for (var i = 0; i < action.Actions.Count; i++)
        {
            AddNotes(notes, action.Actions[i]);
        }
    }
}
