using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.References;

namespace FhirMsc.Fhir.Validation.Bundles;

/// <summary>The rules of searchsets (https://hl7.org/fhir/R4/search.html#entries): ids, outcomes, and matches of the types that were searched for.</summary>
internal sealed class SearchResults(BundleIndex index, Node bundle, FhirModel model, IssueSink sink)
{
    public void Check()
    {
        var self = bundle.ChildrenNamed("link").FirstOrDefault(link => link.Child("relation").Text == "self").Child("url").Text;
        if (self is null)
        {
            sink.Report(BundleIssues.NoSelfLink, bundle);
        }

        var types = self is null ? [] : TypesOf(self);
        foreach (var entry in index.Entries.Where(entry => entry.Type is not null))
        {
            var mode = entry.Node.Child("search").Child("mode").Text;
            if (mode == "outcome")
            {
                if (entry.Type != "OperationOutcome")
                {
                    sink.Report(BundleIssues.SearchOutcome, entry.Resource, entry.Type);
                }

                continue;
            }

            if (entry.Id is null && (entry.Type != "OperationOutcome" || mode is not null))
            {
                sink.Report(BundleIssues.SearchId, entry.Resource);
            }

            if (mode == "match" && types.Count > 0 && !types.Contains(entry.Type!))
            {
                sink.Report(BundleIssues.SearchType, entry.Resource, entry.Type, string.Join(", ", types));
            }
        }
    }

    /// <summary>The types that a search was for: the last step of its path, or the parameter <c>_type</c>; none if the URL does not tell, as with operations.</summary>
    private List<string> TypesOf(string url)
    {
        var question = url.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? url : url[..question];
        if (path.Contains('$', StringComparison.Ordinal))
        {
            return [];
        }

        var last = path.TrimEnd('/').Split('/')[^1];
        if (IsResource(last))
        {
            return [last];
        }

        var parameter = question < 0 ? null : url[(question + 1)..].Split('&').FirstOrDefault(part => part.StartsWith("_type=", StringComparison.Ordinal));
        return parameter is null ? [] : [.. parameter[6..].Split(',').Where(IsResource)];
    }

    private bool IsResource(string type) => model.FindType(type) is { Kind: TypeKind.Resource };
}
