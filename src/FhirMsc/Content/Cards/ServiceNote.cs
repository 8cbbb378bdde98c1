using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Cards;

/// <summary>A line that is added to a card when a criterion is true.</summary>
public sealed record ServiceNote : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Id of the criterion.</summary>
    public required string When { get; init; }

    /// <summary>The line (Markdown).</summary>
    public required string Text { get; init; }
}
