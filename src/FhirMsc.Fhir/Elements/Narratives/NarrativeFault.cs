namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>One fault of a narrative.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Name">Name of the element or attribute; empty where there is none.</param>
/// <param name="Path">The elements around it: <c>div/p/a</c>.</param>
internal readonly record struct NarrativeFault(NarrativeFaultKind Kind, string Name, string Path);
