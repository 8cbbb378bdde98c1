using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Cards;

/// <summary>
/// The actions below an applied action as suggestions. Those that are taken all together (selection behaviour all, sentence groups) are the actions of one
/// suggestion; each of the others is a suggestion of its own. What nothing can be done about by a click is told in words and is no button.
/// </summary>
/// <param name="ids">Where identifiers come from.</param>
internal sealed class CardSuggestions(ICardIds ids)
{
    private readonly List<Suggestion> buttons = [];
    private readonly List<string> words = [];

    /// <summary>The suggestions.</summary>
    public IReadOnlyList<Suggestion> Buttons => buttons;

    /// <summary>Labels of what no client can carry out.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Names of the orders that the suggestions are about.</summary>
    public List<string> Orders { get; } = [];

    /// <summary>Adds what is below an action.</summary>
    public void Add(AppliedAction owner)
    {
        if (owner.Behaviors.IsOneChoice && owner.Actions.Count > 0)
        {
            Add(owner.Actions.Select(action => action.Title).FirstOrDefault(title => title.Length > 0) ?? owner.Title, [.. owner.Actions.SelectMany(Flat)], owner.Behaviors.IsRecommended);
            return;
        }

        foreach (var action in owner.Actions)
        {
            if (action.Actions.Count > 0 && !action.Behaviors.IsOneChoice)
            {
                // A group within the group: its members are choices like the others.
                if (Actions(action).Any())
                {
                    Add(action.Title, [action], action.Behaviors.IsRecommended);
                }

                Add(action);
            }
            else
            {
                Add(action.Title, [.. Flat(action)], action.Behaviors.IsRecommended);
            }
        }
    }

    /// <summary>
    /// Invariant cds-resp-1: several recommended suggestions only where any number may be taken. With at most one to take, the first stays recommended.
    /// </summary>
    public IReadOnlyList<Suggestion> Recommended(bool exclusive)
    {
        var first = buttons.FindIndex(button => button.IsRecommended);
        return !exclusive ? buttons : [.. buttons.Select((button, i) => button with { IsRecommended = i == first })];
    }

    private static IEnumerable<AppliedAction> Flat(AppliedAction action) => action.Actions.SelectMany(Flat).Prepend(action);

    private void Add(string title, IReadOnlyList<AppliedAction> parts, bool isRecommended)
    {
        var actions = parts.SelectMany(Actions).DistinctBy(action => (action.Type, action.ResourceId, action.Description)).OrderBy(action => action.Type).ToList();
        if (actions.Count == 0)
        {
            if (title.Length > 0)
            {
                words.Add(title);
            }

            return;
        }

        var names = parts.SelectMany(part => part.Resources).Select(OrderName.Of).OfType<string>().Distinct().ToList();
        Orders.AddRange(names);
        var label = CardText.OneLine(title);
        buttons.Add(new Suggestion(CardText.Cut(names.Count == 0 ? label : $"{label}: {string.Join("; ", names)}", CardText.LongestSummary), ids.Next(), actions, isRecommended));
    }

    /// <summary>What one action does. Only resources with an id can be named for deleting.</summary>
    private static IEnumerable<CardAction> Actions(AppliedAction action)
    {
        var description = CardText.OneLine(action.Description is { Length: > 0 } text ? text : action.Title);
        switch (action.Type)
        {
            case "remove":
                return action.Resources
                    .Select(resource => (Type: resource.ResourceType, Id: NodeShapes.Text(resource, "id"), Name: OrderName.Of(resource)))
                    .Where(resource => resource.Type is not null && resource.Id is not null)
                    .Select(resource => CardAction.Delete(resource.Name is null ? description : CardText.Cut($"{description}: {resource.Name}", CardText.LongestSummary), $"{resource.Type}/{resource.Id}"));
            case "update":
                // "update: the resource is the whole updated resource": what the plan gives must be a resource with an id.
                return action.Resources.Where(resource => resource.ResourceType is not null && NodeShapes.Text(resource, "id") is not null)
                    .Select(resource => new CardAction(CardActionType.Update, description, null, JsonWriter.Write(resource)));
            case "create" or null when action.Proposal is { } proposal:
                return [new CardAction(CardActionType.Create, description, null, proposal.Json)];
            default:
                return [];
        }
    }
}
