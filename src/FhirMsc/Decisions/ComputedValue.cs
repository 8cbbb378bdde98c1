using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Decisions;

/// <summary>What a <c>dynamicValue</c> came to.</summary>
/// <param name="Path">The element that the value is for: names joined by dots, with indexes where they matter (PlanDefinition.action.dynamicValue.path).</param>
/// <param name="Items">The value; not empty.</param>
public sealed record ComputedValue(string Path, IReadOnlyList<Item> Items);
