namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Where a definition lies in a pack.</summary>
/// <param name="Url">Canonical URL.</param>
/// <param name="Version">Business version; empty if it has none.</param>
/// <param name="Block">Number of its block.</param>
/// <param name="Place">Its place among the block's entries.</param>
internal readonly record struct PackEntry(string Url, string Version, int Block, int Place);
