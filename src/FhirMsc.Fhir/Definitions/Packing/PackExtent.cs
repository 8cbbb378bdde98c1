namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Where a block lies in a pack.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes, compressed.</param>
/// <param name="Size">Its length in bytes, decompressed.</param>
internal readonly record struct PackExtent(int Start, int Length, int Size);
