using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.References;

namespace FhirMsc.Fhir.Validation.Bundles;

/// <summary>
/// What the requests of batches and transactions say must fit the resource in the entry, as for a single request: https://hl7.org/fhir/R4/http.html#create
/// (the type), #update (type and id), #transaction.
/// </summary>
internal sealed class EntryRequest(BundleIndex index, FhirModel model, IssueSink sink)
{
    public void Check()
    {
        foreach (var entry in index.Type is "batch" or "transaction" ? index.Entries : [])
        {
            var request = entry.Node.Child("request");
            if (request.Child("method").Text is { } method && request.Child("url").Text is { } url && !url.Contains('$', StringComparison.Ordinal))
            {
                Check(entry, method, url);
            }
        }
    }

    private void Check(BundleEntry entry, string method, string url)
    {
        if (method is not ("PUT" or "POST"))
        {
            return;
        }

        var at = entry.Node.Child("request").Child("url");
        var end = url.AsSpan().IndexOfAny('?', '#');
        var isConditional = end >= 0;
        var path = end >= 0 ? url[..end] : url;
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var type = steps.LastOrDefault(step => model.FindType(step) is { Kind: TypeKind.Resource });
        if (type is null || path.EndsWith("/_search", StringComparison.Ordinal))
        {
            return;
        }

        if (entry.Type is null)
        {
            sink.Report(BundleIssues.RequestBody, entry.Node, $"{method} {url}");
        }
        else if (type != entry.Type)
        {
            sink.Report(BundleIssues.RequestType, at, method, url, type, entry.Type);
        }
        else if (method == "PUT" && !isConditional && steps[^1] != type && steps[^1] != entry.Id)
        {
            sink.Report(BundleIssues.RequestId, at, url, entry.Id is null ? "none" : $"'{entry.Id}'");
        }
    }
}
