using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Vocabulary;

/// <summary>A code in a value set.</summary>
public sealed record ValueSetConcept : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The code, always text: numbers lose digits.</summary>
    public required string Code { get; init; }

    /// <summary>The system's own words; <see langword="null"/> where not verified or not redistributable, or where our own code system says them.</summary>
    public string? Display { get; init; }
}
