namespace FhirMsc.Fhir.Packages;

/// <summary>One resource of a package, as its index tells.</summary>
/// <param name="FileName">Name of its file in the folder <c>package</c>.</param>
/// <param name="ResourceType">Type of the resource.</param>
/// <param name="Id">Its id; <see langword="null"/> if it has none.</param>
/// <param name="Url">Canonical URL; <see langword="null"/> if it has none.</param>
/// <param name="Version">Business version; <see langword="null"/> if it has none.</param>
/// <param name="Kind">For StructureDefinitions, <c>kind</c>.</param>
/// <param name="Type">For StructureDefinitions, <c>type</c>.</param>
public sealed record PackageEntry(string FileName, string ResourceType, string? Id, string? Url, string? Version, string? Kind, string? Type);
