using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Vocabulary;

/// <summary>A concept of one of our own code systems.</summary>
public sealed record Concept : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Display { get; init; }

    /// <summary>What it means.</summary>
    public string? Definition { get; init; }

    /// <summary>Code of the broader concept.</summary>
    public string? Parent { get; init; }

    /// <summary>Concepts elsewhere that it corresponds to.</summary>
    public required IReadOnlyList<ConceptMapping> Mappings { get; init; }
}
