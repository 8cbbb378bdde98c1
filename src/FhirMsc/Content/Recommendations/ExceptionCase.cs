using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Recommendations;

/// <summary>A case in which a recommendation does not hold.</summary>
public sealed record ExceptionCase : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>In words close to the statement's.</summary>
    public required string Text { get; init; }

    /// <summary>The concept that stands for it, e.g. as override reason.</summary>
    public required ConceptReference Concept { get; init; }

    /// <summary>Id of the criterion that tells from data whether it applies; <see langword="null"/> when no data can.</summary>
    public string? Criterion { get; init; }
}
