using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Decisions.Compiling;

/// <summary>One <c>action.condition</c> of kind <c>applicability</c>.</summary>
/// <param name="Path">Where it stands in the plan, for the trace.</param>
/// <param name="Expression">The compiled FHIRPath.</param>
/// <param name="Meaning">What it asks, in words; <see langword="null"/> if the plan does not say.</param>
internal sealed record PlanCondition(string Path, FhirPathExpression Expression, string? Meaning)
{
    /// <summary>The expression as text, for the trace.</summary>
    public string Text { get; } = Expression.ToString();
}
