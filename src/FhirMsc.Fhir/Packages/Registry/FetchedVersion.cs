using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>What came of fetching a package.</summary>
/// <param name="Version">The version that is now on this machine; <see langword="null"/> if none.</param>
/// <param name="Issues">What went wrong.</param>
public sealed record FetchedVersion(string? Version, IReadOnlyList<Issue> Issues);
