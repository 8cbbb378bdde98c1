using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>One input of a plan, from <c>PlanDefinition.action.input</c>; its id is the name of the variable that conditions use.</summary>
/// <param name="Id">Name, e.g. <c>conditions</c>.</param>
/// <param name="Type">Resource type, e.g. <c>Condition</c>.</param>
/// <param name="Query">
/// CDS Hooks prefetch template (extension <c>cqf-fhirQueryPattern</c>), e.g. <c>Condition?patient={{context.patientId}}</c>;
/// <see langword="null"/> for the orders that the hook call itself is about.
/// </param>
/// <param name="CannotTell">What to say on a card when the input was needed and not available; <see langword="null"/> if nothing was written.</param>
public sealed record PlanInput(string Id, string Type, string? Query, string? CannotTell)
{
    /// <summary>The DataRequirement it was read from; a node that does not exist if there is none.</summary>
    public Node Requirement { get; init; }

    /// <summary>Whether it is what the event itself is about, the orders of a hook call, and not to be had by a query.</summary>
    public bool CannotBeQueried => Query is null && !(Requirement.Exists && Requirement.Child("codeFilter").Exists);
}
