using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Cards;

/// <summary>
/// A further card of a service for what is too uncertain to warn of, such as an order that is recognised by its words only. It informs and offers nothing to click.
/// </summary>
public sealed record ServiceHint : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier: id of the action in the plan, different from those of the service's other hints.</summary>
    public required string Id { get; init; }

    /// <summary>Ids of the criteria that must all be true, asked in this order; the first that is false ends it.</summary>
    public required IReadOnlyList<string> When { get; init; }

    /// <summary>Ids of the criteria that suppress the card when true.</summary>
    public required IReadOnlyList<string> Unless { get; init; }

    /// <summary>The card: of priority <see cref="CardPriority.Routine"/>, without suggestions and override reasons.</summary>
    public required CardContent Card { get; init; }
}
