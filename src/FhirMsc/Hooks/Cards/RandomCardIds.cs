namespace FhirMsc.Hooks.Cards;

/// <summary>Random identifiers (UUID version 4), those of cards with the mark of their advice (version 8). Safe for many threads.</summary>
public sealed class RandomCardIds : ICardIds
{
    /// <inheritdoc/>
    public Guid Next() => Guid.NewGuid();

    /// <inheritdoc/>
    public Guid Next(string advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return CardTag.New(advice);
    }
}
