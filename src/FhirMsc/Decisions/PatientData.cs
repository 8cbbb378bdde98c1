using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>Everything one decision may look at: the value of each input, and the resources that references in them may point to.</summary>
public sealed record PatientData
{
    /// <summary>Values by the id of the plan's input. An input that is not listed is not available.</summary>
    public required IReadOnlyDictionary<string, InputValue> Inputs { get; init; }

    /// <summary>Resources by <c>Type/id</c> and by full URL, for <c>resolve()</c>: whatever came along in bundles.</summary>
    public IReadOnlyDictionary<string, Node> References { get; init; } = new Dictionary<string, Node>();
}
