using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Fetching;

/// <summary>What came of one request to a FHIR server: a resource, or the reason why there is none.</summary>
/// <param name="Resource">The resource; a node that does not exist after a failure.</param>
/// <param name="Address">Where it came from, after redirects; links in it are relative to this.</param>
/// <param name="Failure">Why there is none, in words for the integrator, without address, token or patient data; <see langword="null"/> after success.</param>
public sealed record FetchedResource(Node Resource, Uri? Address, string? Failure)
{
    /// <summary>It could not be had.</summary>
    public static FetchedResource Failed(string reason) => new(default, null, reason);

    /// <summary>No resource in a log.</summary>
    public override string ToString() => Failure ?? "fetched";
}
