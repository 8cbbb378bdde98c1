using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Vocabulary;

/// <summary>A code system of our own.</summary>
public sealed record CodeSystemContent : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier in FHIR's <c>id</c> syntax.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>Its concepts; parents before children.</summary>
    public required IReadOnlyList<Concept> Concepts { get; init; }
}
