namespace FhirMsc.Hooks.Cards;

/// <summary>The primary source of the guidance on a card.</summary>
/// <param name="Label">What a person reads.</param>
/// <param name="Url">Absolute URL, the same for every patient.</param>
/// <param name="Topic">What the guidance is about, the same on every hook, so that clients can tell cards of one kind.</param>
public sealed record CardSource(string Label, string? Url, CardCoding? Topic);
