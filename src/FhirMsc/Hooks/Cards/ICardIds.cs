namespace FhirMsc.Hooks.Cards;

/// <summary>Where cards and suggestions get their identifiers from. Tests hand in known ones.</summary>
public interface ICardIds
{
    /// <summary>An identifier that was not given out before.</summary>
    Guid Next();
}
