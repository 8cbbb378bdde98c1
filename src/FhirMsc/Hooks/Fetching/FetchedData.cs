using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Fetching;

/// <summary>What was fetched for one hook call so far, beside what the client sent.</summary>
internal sealed class FetchedData
{
    /// <summary>Nothing was fetched.</summary>
    public static FetchedData None { get; } = new();

    /// <summary>Pages by input: those behind the first where the client sent that, otherwise all.</summary>
    public Dictionary<string, IReadOnlyList<Node>> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Why an input could not be fetched.</summary>
    public Dictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Resources by the reference that led to them.</summary>
    public Dictionary<string, Node> References { get; } = new(StringComparer.Ordinal);
}
