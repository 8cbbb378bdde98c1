namespace FhirMsc.Fhir.Definitions;

/// <summary>What the index of a release knows of a structure without loading it.</summary>
/// <param name="Url">Canonical URL.</param>
/// <param name="Version">Business version; empty if it has none.</param>
/// <param name="Name">Computer-friendly name.</param>
/// <param name="Kind">What it defines.</param>
/// <param name="Derivation">How it stands to its base.</param>
/// <param name="Type">The type it defines or narrows.</param>
/// <param name="IsAbstract">Whether nothing can be of this type alone.</param>
public sealed record StructureSummary(string Url, string Version, string Name, StructureKind Kind, StructureDerivation Derivation, string Type, bool IsAbstract);
