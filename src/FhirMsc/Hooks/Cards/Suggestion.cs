namespace FhirMsc.Hooks.Cards;

/// <summary>A suggestion: its actions are meant to be done all together.</summary>
/// <param name="Label">What a person reads on the button.</param>
/// <param name="Uuid">Identifier, new for every answer; feedback names it.</param>
/// <param name="Actions">What is done; not empty, because a button that does nothing is none.</param>
/// <param name="IsRecommended">Whether it is the one to take.</param>
public sealed record Suggestion(string Label, Guid Uuid, IReadOnlyList<CardAction> Actions, bool IsRecommended = false);
