namespace FhirMsc.Decisions;

/// <summary>A resource that a plan proposes for the patient: an ActivityDefinition, applied.</summary>
/// <param name="ResourceType">Type, e.g. <c>MedicationRequest</c>.</param>
/// <param name="Id">Id of the action it belongs to, for telling proposals of one plan apart.</param>
/// <param name="Json">The resource without id, as compact JSON.</param>
public sealed record Proposal(string ResourceType, string Id, ReadOnlyMemory<byte> Json)
{
    /// <summary>No resource in a log.</summary>
    public override string ToString() => ResourceType;
}
