namespace FhirMsc.Decisions.Applying;

/// <summary>What came of one condition.</summary>
/// <param name="Applicability">The answer.</param>
/// <param name="Touched">Names of inputs and questions without an answer that the expression used; the condition itself if it is its own fault.</param>
/// <param name="Meaning">What it asks, in words.</param>
internal readonly record struct PlanAnswer(Applicability Applicability, IReadOnlyList<string> Touched, string? Meaning);
