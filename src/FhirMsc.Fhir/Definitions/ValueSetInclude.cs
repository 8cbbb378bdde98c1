namespace FhirMsc.Fhir.Definitions;

/// <summary>One include or exclude of a value set: codes of one system, of other value sets, or of both at once.</summary>
public sealed record ValueSetInclude
{
    /// <summary>The code system's URL; <see langword="null"/> if only value sets are named.</summary>
    public string? System { get; init; }

    /// <summary>The code system's version; <see langword="null"/> if not stated.</summary>
    public string? Version { get; init; }

    /// <summary>The codes; if empty and without <see cref="Filters"/>, the whole system is meant.</summary>
    public IReadOnlyList<ValueSetConcept> Concepts { get; init; } = [];

    /// <summary>Conditions that codes must all meet.</summary>
    public IReadOnlyList<ValueSetFilter> Filters { get; init; } = [];

    /// <summary>Canonical URLs of value sets that codes must all be in.</summary>
    public IReadOnlyList<string> ValueSets { get; init; } = [];
}
