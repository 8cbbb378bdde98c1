using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Cards;

/// <summary>An absolute link on a card.</summary>
public sealed record CardLink : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>What it leads to.</summary>
    public required string Label { get; init; }

    /// <summary>The address.</summary>
    public required string Url { get; init; }
}
