namespace FhirMsc.Hooks.Cards;

/// <summary>A link of type <c>absolute</c>.</summary>
/// <param name="Label">What it leads to.</param>
/// <param name="Url">Absolute URL.</param>
public sealed record CardLink(string Label, string Url);
