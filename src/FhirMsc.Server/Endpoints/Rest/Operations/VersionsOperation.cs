using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary><c>$versions</c>: which releases are served, and which one without a wish (OperationDefinition/CapabilityStatement-versions).</summary>
internal sealed class VersionsOperation : IOperation
{
    public string Name => "versions";

    public IReadOnlyList<string>? Types => [];

    public bool IsForSystem => true;

    public string? StandardDefinition(FhirRelease release, string? type) => "http://hl7.org/fhir/OperationDefinition/CapabilityStatement-versions";

    public RestResult Execute(RestCall call)
    {
        var result = new ParametersResult();
        foreach (var release in call.Stores.Releases)
        {
            result.Add("version", "valueCode", release.MimeVersion);
        }

        return result.Add("default", "valueCode", call.Stores.Default.Release.MimeVersion).ToResult();
    }
}
