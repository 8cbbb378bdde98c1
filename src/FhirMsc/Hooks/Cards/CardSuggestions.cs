using System.Globalization;
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
            Add(owner.Actions.Select(action => action.Title).FirstOrDefault(title => title.Length > 0) ?? owner.Title, Flat(owner.Actions), owner.Behaviors.IsRecommended);
            return;
        }

        foreach (var action in owner.Actions)
        {
            if (action.Actions.Count > 0 && !action.Behaviors.IsOneChoice)
            {
                // A group within the group: its members are choices like the others.
                var own = new List<CardAction>();
                AddTo(own, action);
                if (own.Count > 0)
                {
                    Add(action.Title, [action], action.Behaviors.IsRecommended);
                }

                Add(action);
            }
            else
            {
                Add(action.Title, Flat([action]), action.Behaviors.IsRecommended);
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

    /// <summary>Actions with all below them, each before those below it.</summary>
    private static List<AppliedAction> Flat(IReadOnlyList<AppliedAction> actions)
    {
        var flat = new List<AppliedAction>(actions.Count);
        foreach (var action in actions)
        {
            flat.Add(action);
            if (action.Actions.Count > 0)
            {
                flat.AddRange(Flat(action.Actions));
            }
        }

        return flat;
    }

    private void Add(string title, IReadOnlyList<AppliedAction> parts, bool isRecommended)
    {
        var actions = new List<CardAction>();
        foreach (var part in parts)
        {
            AddTo(actions, part);
        }

        if (actions.Count > 1)
        {
            actions = [.. actions.DistinctBy(action => (action.Type, action.ResourceId, action.Description)).OrderBy(action => action.Type)];
        }

        if (actions.Count == 0)
        {
            if (title.Length > 0)
            {
                words.Add(title);
            }

            return;
        }

        var names = Names(parts);
        Orders.AddRange(names);
        var label = CardText.OneLine(title);
        buttons.Add(new Suggestion(CardText.Cut(names.Count == 0 ? label : $"{label}: {string.Join("; ", names)}", CardText.LongestSummary), ids.Next(), actions, isRecommended));
    }

    /// <summary>What the orders of actions call themselves, each name once; with their number where several have the same, so that nobody takes them for one.</summary>
    private static List<string> Names(IReadOnlyList<AppliedAction> actions)
    {
        var names = new List<string>();
        List<int>? numbers = null;
        foreach (var action in actions)
        {
            foreach (var resource in action.Resources)
            {
                if (OrderName.Of(resource) is not { } name)
                {
                    continue;
                }

                var known = names.IndexOf(name);
                if (known < 0)
                {
                    names.Add(name);
                    numbers?.Add(1);
                }
                else
                {
                    numbers ??= [.. names.Select(_ => 1)];
                    numbers[known]++;
                }
            }
        }

        return numbers is null ? names : [.. names.Zip(numbers, (name, number) => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({number} orders)"))];
    }

    /// <summary>Adds what one action does. Only resources with an id can be named for deleting.</summary>
    private static void AddTo(List<CardAction> actions, AppliedAction action)
    {
        var description = CardText.OneLine(action.Description is { Length: > 0 } text ? text : action.Title);
        switch (action.Type)
        {
            case "remove":
                foreach (var resource in action.Resources)
                {
                    if (resource.ResourceType is { } type && NodeShapes.Text(resource, "id") is { } id)
                    {
                        actions.Add(CardAction.Delete(OrderName.Of(resource) is { } name ? CardText.Cut($"{description}: {name}", CardText.LongestSummary) : description, $"{type}/{id}"));
                    }
                }

                break;
            case "update":
                // "update: the resource is the whole updated resource": what the plan gives must be a resource with an id.
                foreach (var resource in action.Resources)
                {
                    if (resource.ResourceType is not null && NodeShapes.Text(resource, "id") is not null)
                    {
                        actions.Add(new CardAction(CardActionType.Update, description, null, JsonWriter.Write(resource)));
                    }
                }

                break;
            case "create" or null when action.Proposal is { } proposal:
                actions.Add(new CardAction(CardActionType.Create, description, null, proposal.Json));
                break;
            default:
                break;
        }
    }
}
