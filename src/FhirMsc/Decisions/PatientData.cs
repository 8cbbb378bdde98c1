using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>Everything one decision may look at: the value of each input, and the resources that references in them may point to.</summary>
public sealed record PatientData
{
    /// <summary>Values by the id of the plan's input. An input that is not listed is not available.</summary>
    public required IReadOnlyDictionary<string, InputValue> Inputs { get; init; }

    /// <summary>Resources by <c>Type/id</c> and by full URL, for <c>resolve()</c>: whatever came along in bundles.</summary>
    public IReadOnlyDictionary<string, Node> References { get; init; } = new Dictionary<string, Node>();

    /// <summary>
    /// Tells resources that must not be looked at, such as those of another patient that lie in the same Bundle; <see langword="null"/> if there are none.
    /// </summary>
    public Func<Node, bool>? IsForeign { get; init; }

    /// <summary>The Patient, as <c>%subject</c> and as the place expressions start from; a node that does not exist if it is not at hand.</summary>
    public Node Subject { get; init; }

    /// <summary>Reference to the patient for what is proposed, e.g. <c>Patient/1</c>; <see langword="null"/> if it is not known.</summary>
    public string? SubjectReference { get; init; }

    /// <summary>The event that asks, e.g. <c>order-sign</c>: only actions with that trigger, or without any, are looked at. <see langword="null"/> looks at all.</summary>
    public string? Event { get; init; }

    /// <summary>Values of the plan's site settings for this decision alone, over those of the site; <see langword="null"/> for none.</summary>
    public IReadOnlyDictionary<string, VariableValue>? Settings { get; init; }
}
