namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>A definition with the block it was given and its place there.</summary>
internal sealed record PackItem<T>(T Value, int Block, int Place);
