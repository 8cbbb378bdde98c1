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

    /// <summary>The kind of Bundle that is asked for; <see langword="null"/> if there is no such kind here.</summary>
    public static BundleKind? KindOf(RestCall call) => call.Input.Text("type") switch
    {
        null or "collection" => BundleKind.Collection,
        "transaction" => BundleKind.Transaction,
        "batch" => BundleKind.Batch,
        _ => null,
    };

    /// <summary>400: a kind of Bundle that is not made.</summary>
    public static RestResult NoKind() => RestResult.Refusal(400, RestIssues.Missing.At(string.Empty, null, "type as collection, transaction or batch, or none"));

    public RestResult Execute(RestCall call)
    {
        if (KindOf(call) is not { } kind)
        {
            return NoKind();
        }

        var types = call.Input.Text("_type")?.Split(',', StringSplitOptions.TrimEntries);
        if (types?.All(call.Store.Index.Types.Contains) == false)
        {
            return RestResult.Refusal(400, RestIssues.NoType.At(string.Empty, null, call.Store.Release, string.Join(", ", call.Store.Index.Types)));
        }

        var artifacts = call.Store.Catalog.Artifacts.Where(artifact => types is null || types.Contains(artifact.ResourceType)).ToList();
        if (call.Input.Text("_outputFormat") is { } format)
        {
            if (!format.Contains("ndjson", StringComparison.OrdinalIgnoreCase))
            {
                return RestResult.Refusal(400, RestIssues.Missing.At(string.Empty, null, "_outputFormat as application/fhir+ndjson, or none for a Bundle"));
            }

            using var lines = new MemoryStream();
            foreach (var artifact in artifacts)
            {
                lines.Write(JsonWriter.Write(artifact.Tree.Root));
                lines.WriteByte((byte)'\n');
            }

            return new RestResult(200, lines.ToArray()) { ContentType = $"application/fhir+ndjson; fhirVersion={call.Store.Release.MimeVersion}" };
        }

        return RestResult.Of(BundleWriter.Write(artifacts, kind, new PartialDate(call.Store.Loaded.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }
}
