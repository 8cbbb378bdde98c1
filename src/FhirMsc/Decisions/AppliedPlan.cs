using FhirMsc.Decisions.Tracing;

namespace FhirMsc.Decisions;

/// <summary>A plan applied to one patient: what is to be said, what could not be told, and how it was found out.</summary>
public sealed record AppliedPlan
{
    /// <summary>The plan; <see langword="null"/> for an answer that no published plan stands behind.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The actions that apply, in the plan's order.</summary>
    public required IReadOnlyList<AppliedAction> Actions { get; init; }

    /// <summary>
    /// Inputs whose absence kept an action from being decided either way; empty when every action was decided. Never read an empty
    /// <see cref="Actions"/> as "nothing to say" while this is not empty.
    /// </summary>
    public required IReadOnlyList<Undecided> Undecided { get; init; }

    /// <summary>Every condition and variable looked at, in order, with what came of it; empty unless an explanation was asked for.</summary>
    public IReadOnlyList<TraceStep> Trace { get; init; } = [];

    /// <summary>
    /// What would have to be fetched to decide better: ids of inputs that are not at hand and that an open answer depends on. Empty when nothing is to be
    /// said whatever they hold.
    /// </summary>
    public IReadOnlyList<string> WantedInputs { get; init; } = [];

    /// <summary>References that were followed in vain on the way to an open answer, as the data at hand states them.</summary>
    public IReadOnlyList<string> WantedReferences { get; init; } = [];
}
