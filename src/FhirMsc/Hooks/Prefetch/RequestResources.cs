using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Fetching;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>Every resource that came along with a call, by the names that references may use for it.</summary>
internal static class RequestResources
{
    /// <summary>Collects the draft orders, the prefetched resources and the entries of prefetched Bundles, each at the first place where it stands.</summary>
    /// <param name="request">The call.</param>
    /// <param name="fetched">What was fetched beside it.</param>
    public static Dictionary<string, Node> Index(HookRequest request, FetchedData fetched)
    {
        var found = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var order in request.DraftOrders)
        {
            Add(found, order, request.FhirServer);
        }

        if (request.Prefetch.Exists)
        {
            foreach (var value in request.Prefetch.Children)
            {
                if (NodeShapes.OfMember(value) == NodeShape.Object)
                {
                    Add(found, value, request.FhirServer);
                }
            }
        }

        foreach (var page in fetched.Pages.Values.SelectMany(pages => pages))
        {
            Add(found, page, request.FhirServer);
        }

        foreach (var (reference, resource) in fetched.References)
        {
            if (resource.Exists)
            {
                found.TryAdd(reference, resource);
                Add(found, resource, request.FhirServer);
            }
        }

        return found;
    }

    private static void Add(Dictionary<string, Node> found, Node value, Uri? server)
    {
        if (value.ResourceType == "Bundle")
        {
            foreach (var node in NodeShapes.Items(value, "entry"))
            {
                if (BundleEntry.Read(node) is { } entry)
                {
                    Add(found, entry, server);
                }
            }
        }
        else if (value.ResourceType is { Length: > 0 } type)
        {
            Add(found, new BundleEntry(value, type, NodeShapes.Text(value, "id"), null), server);
        }
    }

    private static void Add(Dictionary<string, Node> found, BundleEntry entry, Uri? server)
    {
        if (entry.FullUrl is { } url)
        {
            found.TryAdd(url, entry.Resource);
        }

        if (entry.Reference is { } reference)
        {
            found.TryAdd(reference, entry.Resource);
            if (server is not null)
            {
                found.TryAdd($"{server.AbsoluteUri.TrimEnd('/')}/{reference}", entry.Resource);
            }
        }
    }
}
