using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>Every resource that came along with a call, by the names that references may use for it.</summary>
internal static class RequestResources
{
    /// <summary>Collects the draft orders, the prefetched resources and the entries of prefetched Bundles, each at the first place where it stands.</summary>
    public static Dictionary<string, Node> Index(HookRequest request)
    {
        var found = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var order in request.DraftOrders)
        {
            Add(found, order, request.FhirServer);
        }

        if (!request.Prefetch.Exists)
        {
            return found;
        }

        foreach (var value in request.Prefetch.Children)
        {
            if (NodeShapes.OfMember(value) != NodeShape.Object)
            {
                continue;
            }

            if (value.ResourceType == "Bundle")
            {
                foreach (var entry in NodeShapes.Items(value, "entry").Select(BundleEntry.Read).OfType<BundleEntry>())
                {
                    Add(found, entry, request.FhirServer);
                }
            }
            else if (value.ResourceType is { Length: > 0 } type)
            {
                Add(found, new BundleEntry(value, type, NodeShapes.Text(value, "id"), null), request.FhirServer);
            }
        }

        return found;
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
