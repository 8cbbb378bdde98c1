using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing.Bundles;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary><c>$bundle</c>: everything that is published at once, as a Bundle or as newline-delimited JSON. Small enough to need no asynchronous export.</summary>
internal sealed class BundleOperation : IOperation
{
    public string Name => "bundle";

    public IReadOnlyList<string>? Types => [];

    public bool IsForSystem => true;

    public string Description => "Everything that is published, to take home at once.";

    public IReadOnlyList<OperationParameter> Parameters =>
    [
        new("type", true, false, "code", "collection (the default), transaction or batch"),
        new("_type", true, false, "string", "Resource types, separated by commas; all without it"),
        new("_outputFormat", true, false, "string", "application/fhir+ndjson for one resource in each line instead of a Bundle"),
        new("return", false, true, "Bundle", "Everything"),
    ];

    public string? StandardDefinition(FhirRelease release, string? type) => null;

    /// <summary>The kind of Bundle that is asked for.</summary>
    public static BundleKind KindOf(RestCall call) => call.Input.Text("type") switch
    {
        "transaction" => BundleKind.Transaction,
        "batch" => BundleKind.Batch,
        _ => BundleKind.Collection,
    };

    public RestResult Execute(RestCall call)
    {
        var types = call.Input.Text("_type")?.Split(',');
        var artifacts = call.Store.Catalog.Artifacts.Where(artifact => types is null || types.Contains(artifact.ResourceType)).ToList();
        if (call.Input.Text("_outputFormat") is { } format && format.Contains("ndjson", StringComparison.OrdinalIgnoreCase))
        {
            using var lines = new MemoryStream();
            foreach (var artifact in artifacts)
            {
                lines.Write(JsonWriter.Write(artifact.Tree.Root));
                lines.WriteByte((byte)'\n');
            }

            return new RestResult(200, lines.ToArray()) { ContentType = $"application/fhir+ndjson; fhirVersion={call.Store.Release.MimeVersion}" };
        }

        return RestResult.Of(BundleWriter.Write(artifacts, KindOf(call), new PartialDate(call.Store.Loaded.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }
}
