namespace FhirMsc.Hooks.Cards;

/// <summary>A suggestion: its actions are meant to be done all together.</summary>
/// <param name="Label">What a person reads on the button.</param>
/// <param name="Uuid">Identifier, new for every answer; feedback names it.</param>
/// <param name="Deletes">What is to be deleted.</param>
public sealed record Suggestion(string Label, Guid Uuid, IReadOnlyList<DeleteAction> Deletes);
