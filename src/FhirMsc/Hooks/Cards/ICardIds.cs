namespace FhirMsc.Hooks.Cards;

/// <summary>Where cards and suggestions get their identifiers from. Tests hand in known ones.</summary>
public interface ICardIds
{
    /// <summary>An identifier that was not given out before.</summary>
    Guid Next();

    /// <summary>An identifier for a card, that was not given out before.</summary>
    /// <param name="advice">Id of the action that the card is about; implementations may make it recognisable.</param>
    Guid Next(string advice) => Next();
}
