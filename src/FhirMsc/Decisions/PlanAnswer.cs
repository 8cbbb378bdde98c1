namespace FhirMsc.Decisions;

/// <summary>What came of one condition.</summary>
/// <param name="Applicability">The answer.</param>
/// <param name="Touched">Names of inputs and questions without an answer that the expression used.</param>
internal sealed record PlanAnswer(Applicability Applicability, IReadOnlyList<string> Touched);
