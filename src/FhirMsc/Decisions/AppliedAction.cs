using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>An action that applies, as the plan words it, with those below it that apply too.</summary>
public sealed record AppliedAction
{
    /// <summary>Id of the action in its plan.</summary>
    public required string Id { get; init; }

    /// <summary><c>action.title</c>: one sentence.</summary>
    public required string Title { get; init; }

    /// <summary><c>action.description</c>: Markdown; <see langword="null"/> if the plan has none.</summary>
    public string? Description { get; init; }

    /// <summary><c>action.priority</c>: routine, urgent, asap or stat; routine if the plan says nothing.</summary>
    public string Priority { get; init; } = "routine";

    /// <summary>Code of <c>action.type</c>: create, update, remove, fire-event; <see langword="null"/> if the plan has none.</summary>
    public string? Type { get; init; }

    /// <summary><c>action.documentation</c>, the source of the advice first.</summary>
    public IReadOnlyList<Node> Documentation { get; init; } = [];

    /// <summary>Reasons for not following the advice, as Codings.</summary>
    public IReadOnlyList<Node> OverrideReasons { get; init; } = [];

    /// <summary>What the advice is about: the first Coding of <c>PlanDefinition.topic</c>; a node that does not exist if there is none.</summary>
    public Node Topic { get; init; }

    /// <summary>How the actions below belong together.</summary>
    public ActionBehaviors Behaviors { get; init; } = ActionBehaviors.None;

    /// <summary>The actions below that apply, in the plan's order.</summary>
    public IReadOnlyList<AppliedAction> Actions { get; init; } = [];

    /// <summary>The patient's resources that it is about, e.g. the orders to remove: what the plan computes for <c>action.resource</c>.</summary>
    public IReadOnlyList<Node> Resources { get; init; } = [];

    /// <summary>The resource that the action's ActivityDefinition proposes; <see langword="null"/> if it has none.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Values that the plan computes for other elements of the action.</summary>
    public IReadOnlyList<ComputedValue> Computed { get; init; } = [];

    /// <summary>Lines (Markdown) that the plan adds for this patient.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What could not be told though the action applies, to be said with it.</summary>
    public IReadOnlyList<Undecided> Notes { get; init; } = [];

    /// <summary>The action in its plan, for what is carried over as it stands; a node that does not exist if there is no plan behind it.</summary>
    public Node Definition { get; init; }
}
