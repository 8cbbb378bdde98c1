namespace FhirMsc.Decisions.Proposals;

/// <summary>How an ActivityDefinition of one kind becomes a resource (https://hl7.org/fhir/R4/activitydefinition.html, "Applying an ActivityDefinition").</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Subject">Element that names the patient.</param>
/// <param name="Status">The status of something that is proposed and not yet ordered; <see langword="null"/> if the type has none.</param>
/// <param name="Elements">Which element of the definition goes where; elements that the release's type does not have are passed over.</param>
internal sealed record ActivityKind(string Type, string Subject, string? Status, IReadOnlyList<(string From, string To)> Elements)
{
    /// <summary>The one list of kinds.</summary>
    public static IReadOnlyList<ActivityKind> All { get; } =
    [
        new("MedicationRequest", "subject", "draft",
        [
            ("priority", "priority"), ("doNotPerform", "doNotPerform"), ("product", "medication"), ("dosage", "dosageInstruction"), ("quantity", "dispenseRequest.quantity"),
        ]),
        new("ServiceRequest", "subject", "draft",
        [
            ("priority", "priority"), ("doNotPerform", "doNotPerform"), ("code", "code"), ("timing", "occurrence"), ("quantity", "quantity"), ("bodySite", "bodySite"),
        ]),
        new("CommunicationRequest", "subject", "draft",
        [
            ("priority", "priority"), ("doNotPerform", "doNotPerform"), ("timing", "occurrence"), ("description", "payload.content"),
        ]),
        new("Task", "for", "draft", [("priority", "priority"), ("doNotPerform", "doNotPerform"), ("code", "code"), ("description", "description"), ("timing", "executionPeriod")]),
        new("DeviceRequest", "subject", "draft", [("priority", "priority"), ("doNotPerform", "doNotPerform"), ("code", "code"), ("product", "code"), ("timing", "occurrence")]),
        new("SupplyRequest", "deliverFor", "draft", [("priority", "priority"), ("code", "category"), ("product", "item"), ("quantity", "quantity"), ("timing", "occurrence")]),
        new("NutritionOrder", "patient", "draft", [("priority", "priority")]),
        new("Appointment", "participant.actor", "proposed", [("description", "description"), ("code", "appointmentType")]),
        new("CarePlan", "subject", "draft", [("description", "description"), ("title", "title")]),
    ];

    /// <summary>The kind of a code, or <see langword="null"/>.</summary>
    public static ActivityKind? Find(string? code) => All.FirstOrDefault(kind => kind.Type == code);
}
