namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>What a registry has of a package.</summary>
/// <param name="Name">Name of the package.</param>
/// <param name="Latest">The version that the registry calls the latest; <see langword="null"/> if none.</param>
/// <param name="Versions">All versions.</param>
public sealed record PackageListing(string Name, string? Latest, IReadOnlyList<ListedVersion> Versions);
