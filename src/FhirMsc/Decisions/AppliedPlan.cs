namespace FhirMsc.Decisions;

/// <summary>A plan applied to one patient: what is to be said, what could not be told, and how it was found out.</summary>
public sealed record AppliedPlan
{
    /// <summary>The actions that apply, in the plan's order.</summary>
    public required IReadOnlyList<AppliedAction> Actions { get; init; }

    /// <summary>
    /// Inputs whose absence kept an action from being decided either way; empty when every action was decided. Never read an empty
    /// <see cref="Actions"/> as "nothing to say" while this is not empty.
    /// </summary>
    public required IReadOnlyList<Undecided> Undecided { get; init; }

    /// <summary>Every condition and variable looked at, in order, with what came of it.</summary>
    public required IReadOnlyList<TraceStep> Trace { get; init; }
}
