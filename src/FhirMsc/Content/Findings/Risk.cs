using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Findings;

/// <summary>One possible harm.</summary>
public sealed record Risk : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The harm.</summary>
    public required string Text { get; init; }
}
