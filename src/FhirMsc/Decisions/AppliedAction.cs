using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>An action that applies, as the plan words it.</summary>
public sealed record AppliedAction
{
    /// <summary>Id of the action in its plan.</summary>
    public required string Id { get; init; }

    /// <summary><c>action.title</c>: one sentence.</summary>
    public required string Title { get; init; }

    /// <summary><c>action.description</c>: Markdown; <see langword="null"/> if the plan has none.</summary>
    public string? Description { get; init; }

    /// <summary><c>action.priority</c>: routine, urgent, asap or stat; routine if the plan says nothing.</summary>
    public required string Priority { get; init; }

    /// <summary><c>action.documentation</c>, the source of the advice first.</summary>
    public IReadOnlyList<Node> Documentation { get; init; } = [];

    /// <summary>Reasons for not following the advice, as Codings.</summary>
    public IReadOnlyList<Node> OverrideReasons { get; init; } = [];

    /// <summary>What the advice is about: the first Coding of <c>PlanDefinition.topic</c>; a node that does not exist if there is none.</summary>
    public Node Topic { get; init; }

    /// <summary>What could be done, one entry per nested action that applies.</summary>
    public IReadOnlyList<AppliedSuggestion> Suggestions { get; init; } = [];

    /// <summary><c>action.selectionBehavior</c> of the suggestions, e.g. <c>at-most-one</c>; <see langword="null"/> if the plan has none.</summary>
    public string? SelectionBehavior { get; init; }

    /// <summary>Lines (Markdown) that the plan adds for this patient.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What could not be told though the action applies, to be said with it.</summary>
    public IReadOnlyList<Undecided> Notes { get; init; } = [];
}
