using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Decisions.Compiling;

/// <summary>A <c>dynamicValue</c> of an action or of an ActivityDefinition.</summary>
/// <param name="Path">The element that the value is for.</param>
/// <param name="Place">Where it stands in the plan, for the trace.</param>
/// <param name="Expression">The compiled FHIRPath.</param>
internal sealed record DynamicValue(string Path, string Place, FhirPathExpression Expression)
{
    /// <summary>The expression as text, for the trace.</summary>
    public string Text { get; } = Expression.ToString();
}
