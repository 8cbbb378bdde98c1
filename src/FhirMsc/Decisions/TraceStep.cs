namespace FhirMsc.Decisions;

/// <summary>One expression that was evaluated.</summary>
/// <param name="Name">Name of the variable, or the path of the condition in the plan.</param>
/// <param name="Expression">The FHIRPath expression.</param>
/// <param name="Meaning">What it asks, in the plan's words; <see langword="null"/> if the plan has none.</param>
/// <param name="Outcome"><c>true</c>, <c>false</c>, <c>cannot tell</c>, or how many items came out. Never a patient's data.</param>
public sealed record TraceStep(string Name, string Expression, string? Meaning, string Outcome);
