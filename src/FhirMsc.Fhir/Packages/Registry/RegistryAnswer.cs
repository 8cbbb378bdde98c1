using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>What a registry answered, or why it did not.</summary>
/// <param name="Value">The answer; <see langword="null"/> if there is none.</param>
/// <param name="Issue">Why not.</param>
public sealed record RegistryAnswer<T>(T? Value, Issue? Issue)
    where T : class;
