using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Cards;

/// <summary>Something the clinician can do with one click.</summary>
public sealed record CardSuggestion : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The words on the button.</summary>
    public required string Label { get; init; }

    /// <summary>What happens to each order, for <c>action.description</c>.</summary>
    public required string Description { get; init; }

    /// <summary>Id of the criterion whose resources are removed.</summary>
    public required string Remove { get; init; }
}
