using FhirMsc.Fhir.Definitions;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>CodeSystem <c>$lookup</c>.</summary>
internal sealed class LookupOperation : IOperation
{
    public string Name => "lookup";

    public IReadOnlyList<string>? Types => ["CodeSystem"];

    public bool IsForInstance => false;

    public string? StandardDefinition(FhirRelease release, string? type) => "http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup";

    public RestResult Execute(RestCall call)
    {
        var coding = call.Input.Complex("coding");
        var (system, code, version) = coding.Exists
            ? (coding.Child("system").Text, coding.Child("code").Text, coding.Child("version").Text)
            : (call.Input.Text("system"), call.Input.Text("code"), call.Input.Text("version"));
        if (system is null || code is null)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "system and code, or coding"));
        }

        var canonical = version is null ? system : $"{system}|{version}";
        if (call.Store.Terminology.Lookup(canonical, code) is not { } found || call.Store.CodeSystem(canonical) is not { } definition)
        {
            return RestResult.Refusal(StatusCodes.Status404NotFound, RestIssues.NotFound.At(string.Empty, null, "This code, or its code system,"));
        }

        var result = new ParametersResult()
            .Add("name", "valueString", definition.Name ?? definition.Url)
            .Add("version", "valueString", found.Version)
            .Add("display", "valueString", found.Concept.Display ?? found.Concept.Code);
        foreach (var designation in found.Concept.Designations)
        {
            result.AddParts("designation", new ParametersResult().Add("value", "valueString", designation));
        }

        foreach (var parent in found.Concept.Parents)
        {
            result.AddParts("property", new ParametersResult().Add("code", "valueCode", "parent").Add("value", "valueCode", parent));
        }

        foreach (var property in found.Concept.Properties)
        {
            result.AddParts("property", new ParametersResult().Add("code", "valueCode", property.Code).Add("value", "valueString", property.Value));
        }

        return result.ToResult();
    }
}
