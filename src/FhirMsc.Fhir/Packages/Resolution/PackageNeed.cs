namespace FhirMsc.Fhir.Packages.Resolution;

/// <summary>One request on the way of resolving.</summary>
/// <param name="Request">The request.</param>
/// <param name="By">The package that needs it; <see langword="null"/> if the caller asked.</param>
/// <param name="Key">What counts as the same package.</param>
internal sealed record PackageNeed(PackageRequest Request, string? By, string Key);
