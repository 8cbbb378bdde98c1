using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Fetching;

namespace FhirMsc.Server.Records;

/// <summary>How much of a FHIR server's answer the JSON parser takes.</summary>
internal static class RecordLimits
{
    /// <summary>The limits that go with those of fetching.</summary>
    public static JsonLimits Of(FetchLimits limits) => new() { KeepEmpty = true, MaxBytes = limits.ResponseBytes, MaxDepth = 100, MaxNodes = 500_000, MaxIssues = 20 };
}
