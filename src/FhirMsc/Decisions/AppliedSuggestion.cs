using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>One thing that could be done about an action.</summary>
/// <param name="Id">Id of the nested action in its plan.</param>
/// <param name="Label">What a person reads on the button.</param>
/// <param name="Type">Code of <c>action.type</c>: create, update, remove, fire-event; <see langword="null"/> if the plan has none.</param>
/// <param name="Resources">The patient's resources that it is about, e.g. the orders to remove.</param>
public sealed record AppliedSuggestion(string Id, string Label, string? Type, IReadOnlyList<Node> Resources)
{
    /// <summary>What happens to each of the resources, from <c>action.description</c>; <see langword="null"/> if the plan has no words for it.</summary>
    public string? Description { get; init; }
}
