using System.Buffers;
using FhirMsc.Decisions.Records;
using FhirMsc.Decisions.Results;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>
/// PlanDefinition <c>$apply</c> over data that come with the request; no record is fetched. R4's own definition gives a CarePlan and has no way to send data, so this is
/// an operation of our own, with a definition that says what it takes.
/// </summary>
internal sealed class ApplyOperation : IOperation
{
    public string Name => "apply";

    public IReadOnlyList<string>? Types => ["PlanDefinition"];

    public string Description => "Applies a published plan to one patient: the requests that it proposes, and an OperationOutcome with what could not be told. Nothing proposed together with such an outcome is no clearance.";

    public IReadOnlyList<OperationParameter> Parameters =>
    [
        new("url", true, false, "uri", "Canonical of the plan, if it is not in the path"),
        new("subject", true, true, "string", "The patient, as Patient/id"),
        new("data", true, false, "Bundle", "The patient's data"),
        new("isCompleteRecord", true, false, "boolean", "Whether what is not in the data does not exist. Without it, an input of whose type nothing was sent is not known."),
        new("return", false, true, "Bundle", "The proposed requests"),
    ];

    public string? StandardDefinition(FhirRelease release, string? type) => null;

    public RestResult Execute(RestCall call)
    {
        var name = call.Instance?.Id ?? call.Input.Text("url");
        var subject = call.Input.Text("subject");
        if (name is null || subject is null || subject.Split('/') is not [.., "Patient", var patient])
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "subject as Patient/id, and the plan in the path or its url"));
        }

        if (call.Store.Plans.Find(name) is not { } plan)
        {
            return RestResult.Refusal(StatusCodes.Status404NotFound, RestIssues.NotFound.At(string.Empty, null, "This plan, as one that can be applied,"));
        }

        var data = call.Input.Resource("data");
        if (data.Exists ? !IsBundle(data) : call.Input.Has("data"))
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "data as a Bundle with a resource in each entry, or none"));
        }

        var record = new PatientRecord(data.Exists ? [data] : [], patient);
        if (record.OfAnother.Count > 0)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.OtherSubject.At(string.Empty, null, record.OfAnother.Count));
        }

        var sent = data.Exists ? data.ChildrenNamed("entry").Select(entry => entry.Child("resource")).Where(resource => resource.Exists).Select(resource => resource.ResourceType).ToHashSet() : [];
        var missing = call.Input.Flag("isCompleteRecord") ? [] : plan.Inputs.Where(input => !sent.Contains(input.Type)).Select(input => input.Id).ToHashSet();
        var output = new ArrayBufferWriter<byte>(4096);
        RequestBundle.Write(plan.Apply(record.DataFor(plan, missing: missing), false), $"Patient/{patient}", output);
        return new RestResult(StatusCodes.Status200OK, output.WrittenMemory);
    }

    /// <summary>What is left out of a record for its form would count as what the patient does not have.</summary>
    private static bool IsBundle(Node data) =>
        data.ResourceType == "Bundle" && data.ChildrenNamed("entry").All(entry => entry.Child("resource") is { Exists: true } resource && (resource.ResourceType == "Bundle" ? IsBundle(resource) : resource.ResourceType is not null));
}
