using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages.Resolution;

/// <summary>The packages that were asked for, with all that they need.</summary>
/// <param name="Packages">Those asked for first, then what they need, nearest first: the order in which definitions take precedence.</param>
/// <param name="Issues">What is missing, in conflict, or wrong with a package.</param>
public sealed record PackageResolution(IReadOnlyList<FhirPackage> Packages, IReadOnlyList<Issue> Issues);
