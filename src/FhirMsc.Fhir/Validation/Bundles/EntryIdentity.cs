using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.References;

namespace FhirMsc.Fhir.Validation.Bundles;

/// <summary>The rules of <c>fullUrl</c> (https://hl7.org/fhir/R4/bundle-definitions.html#Bundle.entry.fullUrl and bundle.html#bundle-unique).</summary>
internal sealed class EntryIdentity(BundleIndex index, FhirModel model, IssueSink sink)
{
    public void Check()
    {
        foreach (var entry in index.Entries)
        {
            Check(entry);
        }
    }

    private void Check(BundleEntry entry)
    {
        if (entry.FullUrl is not { } url)
        {
            if (entry.Resource.Exists && !MayLackUrl(entry))
            {
                sink.Report(BundleIssues.NoFullUrl, entry.Node);
            }

            return;
        }

        var node = entry.Node.Child("fullUrl");
        if (!AbsoluteUri.Is(url))
        {
            sink.Report(BundleIssues.RelativeFullUrl, node, url);
        }
        else if (ServerAddress.Read(url) is { } address && entry.Type is not null && IsResource(address.Type) && (address.Type != entry.Type || (entry.Id is not null && address.Id != entry.Id)))
        {
            // "fullUrl SHALL NOT disagree with the id in the resource": an address of a server is the address of this resource.
            sink.Report(BundleIssues.OtherFullUrl, node, $"{entry.Type}/{entry.Id}");
        }
    }

    private bool MayLackUrl(BundleEntry entry) =>
        index.Type is "transaction" or "batch" or "transaction-response" or "batch-response"
        || (index.Type == "searchset" && entry.Node.Child("search").Child("mode").Text == "outcome")
        || entry.Type is "OperationOutcome" or "Parameters";

    private bool IsResource(string type) => model.FindType(type) is { Kind: TypeKind.Resource };
}
