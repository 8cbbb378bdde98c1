using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary><c>$validate</c> on every type: our validator, with the release's definitions, our profiles and what is published.</summary>
internal sealed class ValidateOperation : IOperation
{
    public string Name => "validate";

    public IReadOnlyList<string>? Types => null;

    public string? StandardDefinition(FhirRelease release, string? type) => "http://hl7.org/fhir/OperationDefinition/Resource-validate";

    /// <summary>What may be created, changed or deleted on another server than this, which takes none of it.</summary>
    public IReadOnlyList<string> NotServed => ["mode"];

    public RestResult Execute(RestCall call)
    {
        var resource = call.Input.Resource("resource");
        resource = resource.Exists ? resource : call.Instance?.Tree.Root ?? default;
        if (!resource.Exists)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "a resource"));
        }

        if (resource.ResourceType != call.Type)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "a resource of the type in the path"));
        }

        IReadOnlyList<string> profiles = call.Input.Text("profile") is { } profile ? [profile] : [];
        IReadOnlyList<Issue> issues = [.. call.Input.Body.Exists ? call.Input.Found : [], .. call.Store.Validator.Validate(resource, profiles)];
        return RestResult.Refusal(StatusCodes.Status200OK, issues);
    }
}
