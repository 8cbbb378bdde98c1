using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>npm's document about a package ("packument") → <see cref="PackageListing"/>. Versions that cannot be fetched are left out.</summary>
internal static class ListingReader
{
    /// <summary>The listing; <see langword="null"/> if the document is no JSON or lists nothing.</summary>
    public static PackageListing? Read(ReadOnlyMemory<byte> document, string name, Uri registry)
    {
        if (JsonParser.Parse(document, name, new JsonLimits { KeepEmpty = true }).Tree is not { } tree)
        {
            return null;
        }

        var versions = tree.Root.Child("versions");
        List<ListedVersion> listed = [];
        foreach (var version in versions.Exists ? versions.Children : default)
        {
            var dist = version.Child("dist");
            if (dist.Exists && PackageCache.IsPlain(version.Name) && Address(Text(dist, "tarball"), registry) is { } archive)
            {
                listed.Add(new ListedVersion(name, version.Name, archive, Sha512(Text(dist, "integrity")), Text(dist, "shasum")));
            }
        }

        var tags = tree.Root.Child("dist-tags");
        return listed.Count == 0 ? null : new PackageListing(name, tags.Exists ? Text(tags, "latest") : null, listed);
    }

    /// <summary>An archive may lie on another host than the registry, but what is asked for over TLS does not come without.</summary>
    private static Uri? Address(string? text, Uri registry) =>
        text is not null && Uri.TryCreate(registry, text, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && registry.Scheme == "http")) ? address : null;

    /// <summary>W3C Subresource Integrity: several digests may stand side by side.</summary>
    private static string? Sha512(string? integrity) => integrity?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(PackageDigest.IsDigest);

    private static string? Text(Node node, string name) => node.Child(name) is { Exists: true } child ? child.Text : null;
}
