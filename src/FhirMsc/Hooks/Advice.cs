namespace FhirMsc.Hooks;

/// <summary>Something that a service may say: an action of its plan. Not part of discovery; feedback is told apart by it.</summary>
/// <param name="Id">Id of the action.</param>
/// <param name="OverrideReasons">Codes of the reasons for going on that its card offers.</param>
public sealed record Advice(string Id, IReadOnlyList<string> OverrideReasons);
