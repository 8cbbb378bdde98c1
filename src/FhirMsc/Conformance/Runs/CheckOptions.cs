using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance.Runs;

/// <summary>How texts are checked.</summary>
public sealed record CheckOptions
{
    /// <summary>The release of all texts; <see langword="null"/> to ask each of them.</summary>
    public FhirRelease? Release { get; init; }

    /// <summary>Canonical URLs of profiles, besides those that resources claim. Each counts for the outermost resources of its type.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>What to refuse.</summary>
    public JsonLimits Limits { get; init; } = JsonLimits.Default;
}
