namespace FhirMsc.Fhir.Definitions;

/// <summary>The mappings from one code system to another.</summary>
public sealed record ConceptMapGroup
{
    /// <summary>URL of the system to map from; <see langword="null"/> if not stated.</summary>
    public string? Source { get; init; }

    /// <summary>URL of the system to map to; <see langword="null"/> if not stated.</summary>
    public string? Target { get; init; }

    /// <summary>The mappings of each source code. A code that is said to have no target has an empty list.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ConceptMapTarget>> Elements { get; init; }

    /// <summary>What to do with codes that are not among the elements; <see langword="null"/> if the map says nothing of them.</summary>
    public ConceptMapUnmapped? Unmapped { get; init; }
}
