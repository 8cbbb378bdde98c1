namespace FhirMsc.Fhir.Definitions;

/// <summary>What an element was where it was first defined.</summary>
/// <param name="Path">Its path there, e.g. <c>Element.extension</c>.</param>
/// <param name="Min">Its least number there.</param>
/// <param name="Max">Its greatest number there; <see cref="int.MaxValue"/> for <c>*</c>.</param>
public sealed record ElementBase(string Path, int Min, int Max);
