namespace FhirMsc.Hooks.Cards;

/// <summary>An action of type <c>delete</c>.</summary>
/// <param name="Description">What it does, for a person.</param>
/// <param name="ResourceId">Relative reference, <c>Type/id</c>, to a resource of the call.</param>
public sealed record DeleteAction(string Description, string ResourceId);
