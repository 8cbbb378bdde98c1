namespace FhirMsc.Decisions.Tracing;

/// <summary>One thing that was looked at on the way to an answer: a question, a condition, an action. Never holds a patient's data beyond references.</summary>
/// <param name="Name">Name of the variable, or the path of the condition or action in the plan.</param>
/// <param name="Expression">The FHIRPath expression; empty for an action.</param>
/// <param name="Meaning">What it asks, in the plan's words; <see langword="null"/> if the plan has none.</param>
/// <param name="Outcome"><c>true</c>, <c>false</c>, <c>cannot tell</c>, how many items came out, or whether an action applies.</param>
public sealed record TraceStep(string Name, string Expression, string? Meaning, string Outcome)
{
    /// <summary>Canonical of the plan it stands in, with version.</summary>
    public string? Plan { get; init; }

    /// <summary>What it is.</summary>
    public TraceKind Kind { get; init; }

    /// <summary>References to the resources that came out, or that made it true.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Value sets that a code of the patient's was found in.</summary>
    public IReadOnlyList<string> ValueSets { get; init; } = [];

    /// <summary>Names of what it needed and did not have.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
