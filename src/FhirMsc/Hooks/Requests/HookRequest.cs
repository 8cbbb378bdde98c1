using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Fetching;

namespace FhirMsc.Hooks.Requests;

/// <summary>A hook call that has everything its hook requires (https://cds-hooks.hl7.org/2.0/#http-request-1). Its access token lives as long as it does.</summary>
public sealed record HookRequest
{
    /// <summary>The hook.</summary>
    public required HookKind Hook { get; init; }

    /// <summary>The client's identifier of this call.</summary>
    public required string HookInstance { get; init; }

    /// <summary>Base URL of the client's FHIR server, if it told.</summary>
    public Uri? FhirServer => Access?.Server;

    /// <summary>The client's FHIR server with the token for it, if it told.</summary>
    public FhirAccess? Access { get; init; }

    /// <summary><c>context.userId</c>: <c>Type/id</c> of the user.</summary>
    public required string UserId { get; init; }

    /// <summary><c>context.patientId</c>: id of the patient, without type.</summary>
    public required string PatientId { get; init; }

    /// <summary><c>context.encounterId</c>, if there is one.</summary>
    public string? EncounterId { get; init; }

    /// <summary><c>context.selections</c>: references to the orders that were selected; empty for other hooks than order-select.</summary>
    public IReadOnlyList<string> Selections { get; init; } = [];

    /// <summary>The orders of <c>context.draftOrders</c>; empty for hooks without orders.</summary>
    public IReadOnlyList<BundleEntry> DraftOrders { get; init; } = [];

    /// <summary>The object of prefetched data; a node that does not exist if the client sent none.</summary>
    public Node Prefetch { get; init; }

    /// <summary>The name of the hook only: a request must not find its way into a log.</summary>
    public override string ToString() => $"{Hook.Name} call";
}
