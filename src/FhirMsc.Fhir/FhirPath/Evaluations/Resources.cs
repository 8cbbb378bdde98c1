using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>Resources inside resources: contained ones and entries of Bundles.</summary>
internal static class Resources
{
    private static readonly int Contained = NameTable.Fhir.Find("contained");
    private static readonly int Resource = NameTable.Fhir.Find("resource");
    private static readonly int Entry = NameTable.Fhir.Find("entry");
    private static readonly int FullUrl = NameTable.Fhir.Find("fullUrl");
    private static readonly int Id = NameTable.Fhir.Find("id");

    public static bool IsResource(Node node) => node.Child(NameTable.Fhir.ResourceType).Exists;

    /// <summary>The resource that a resource is contained in; the resource itself if it is not.</summary>
    public static Node Container(Node resource) => resource.Parent.Exists && resource.NameNumber == Contained ? resource.Parent : resource;

    /// <summary>The contained resource with an id, in the container of the place that refers to it.</summary>
    public static Node FindContained(Node from, string id)
    {
        var resource = from;
        while (resource.Parent.Exists && !IsResource(resource))
        {
            resource = resource.Parent;
        }

        var container = Container(resource);
        if (id.Length == 0)
        {
            return container;
        }

        foreach (var child in container.Children)
        {
            if (child.NameNumber == Contained && child.Child(Id).Text == id)
            {
                return child;
            }
        }

        return default;
    }

    /// <summary>The entry of the Bundle around a place that a reference means (FHIR, Bundle, Resolving references in Bundles).</summary>
    public static Node FindInBundle(Node from, string reference)
    {
        var (own, bundle) = Around(from);
        if (!bundle.Exists)
        {
            return default;
        }

        var absolute = IsAbsolute(reference);
        var wanted = absolute ? reference : own is not null && BaseOf(own) is { } address ? address + reference : null;
        var version = wanted?.IndexOf("/_history/", StringComparison.Ordinal) ?? -1;
        wanted = version > 0 ? wanted![..version] : wanted;
        var plain = reference.IndexOf("/_history/", StringComparison.Ordinal) is var history and > 0 ? reference[..history] : reference;
        Node byId = default;
        foreach (var entry in bundle.Children)
        {
            if (entry.NameNumber != Entry || entry.Child(Resource) is not { Exists: true } resource)
            {
                continue;
            }

            var fullUrl = entry.Child(FullUrl).Text;
            if (fullUrl is not null && fullUrl == wanted)
            {
                return resource;
            }

            if (!absolute && !byId.Exists && resource.Child(Id).Text is { } id && plain == $"{resource.ResourceType}/{id}")
            {
                byId = resource;
            }
        }

        return byId;
    }

    private static bool IsAbsolute(string reference) => reference.Contains(':', StringComparison.Ordinal);

    /// <summary>The outermost Bundle, and the full URL of the entry that the place is in.</summary>
    private static (string? FullUrl, Node Bundle) Around(Node from)
    {
        string? fullUrl = null;
        Node bundle = default;
        for (var node = from; node.Parent.Exists; node = node.Parent)
        {
            if (node.NameNumber == Entry && node.Parent.ResourceType == "Bundle")
            {
                fullUrl ??= node.Child(FullUrl).Text;
                bundle = node.Parent;
            }
        }

        return (fullUrl, bundle);
    }

    /// <summary><c>http://server/fhir/</c> of <c>http://server/fhir/Patient/1</c>.</summary>
    private static string? BaseOf(string fullUrl)
    {
        var last = fullUrl.LastIndexOf('/');
        var before = last > 0 ? fullUrl.LastIndexOf('/', last - 1) : -1;
        return before > 0 ? fullUrl[..(before + 1)] : null;
    }
}
