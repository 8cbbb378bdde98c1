using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages;

/// <summary>What came of opening a package.</summary>
/// <param name="Package">The package; <see langword="null"/> if it was refused.</param>
/// <param name="Issues">Everything found wrong.</param>
public sealed record PackageResult(FhirPackage? Package, IReadOnlyList<Issue> Issues);
