namespace FhirMsc.Hooks.Cards;

/// <summary>Random identifiers (UUID version 4). Safe for many threads.</summary>
public sealed class RandomCardIds : ICardIds
{
    /// <inheritdoc/>
    public Guid Next() => Guid.NewGuid();
}
