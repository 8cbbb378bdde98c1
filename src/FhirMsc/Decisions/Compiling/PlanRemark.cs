namespace FhirMsc.Decisions.Compiling;

/// <summary>A line that is added to the advice when its condition holds (extension <c>conditional-note</c>). It never decides whether the advice is given.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Condition">When to add it.</param>
internal sealed record PlanRemark(string Text, PlanCondition Condition);
