using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.References;

/// <summary>The entries of one Bundle by <c>fullUrl</c> and by type and id, so that a thousand references in it do not look at each entry a thousand times.</summary>
internal sealed class BundleIndex
{
    private readonly Dictionary<string, List<Node>> byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Node>> byId = new(StringComparer.Ordinal);

    public BundleIndex(Node bundle)
    {
        foreach (var entry in bundle.ChildrenNamed("entry"))
        {
            var resource = entry.Child("resource");
            if (!resource.Exists)
            {
                continue;
            }

            if (entry.Child("fullUrl").Text is { } url)
            {
                Add(byUrl, url, resource);
            }

            if (resource.ResourceType is { } type && resource.Child("id").Text is { } id)
            {
                Add(byId, $"{type}/{id}", resource);
            }
        }
    }

    /// <summary>The resources of the entries with a full URL.</summary>
    public IReadOnlyList<Node> WithUrl(string fullUrl) => byUrl.GetValueOrDefault(fullUrl) ?? [];

    /// <summary>The resources with <c>Type/id</c>.</summary>
    public IReadOnlyList<Node> WithId(string typeAndId) => byId.GetValueOrDefault(typeAndId) ?? [];

    private static void Add(Dictionary<string, List<Node>> index, string key, Node resource)
    {
        if (!index.TryGetValue(key, out var found))
        {
            index[key] = found = [];
        }

        found.Add(resource);
    }
}
