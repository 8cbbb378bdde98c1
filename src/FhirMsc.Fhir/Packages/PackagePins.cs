using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Packages;

/// <summary>The list of packages that a project uses (<c>packages.json</c>): name, version and digest of each. What does not match its digest is not used.</summary>
public sealed class PackagePins
{
    private PackagePins(IReadOnlyList<PackagePin> pins) => Pins = pins;

    /// <summary>The packages, in the order of the file.</summary>
    public IReadOnlyList<PackagePin> Pins { get; }

    /// <summary>Reads the list: <c>{"packages":[{"name":…,"version":…,"sha512":…}]}</c>.</summary>
    /// <param name="json">Content of the file.</param>
    /// <param name="source">Name of the file, for issues.</param>
    /// <param name="issues">Takes what is wrong with it; entries without fault are read all the same.</param>
    public static PackagePins Read(ReadOnlyMemory<byte> json, string source, ICollection<Issue> issues)
    {
        var result = JsonParser.Parse(json, source, new JsonLimits { KeepEmpty = true });
        foreach (var issue in result.Issues)
        {
            issues.Add(issue);
        }

        List<PackagePin> pins = [];
        foreach (var node in result.Tree?.Root.ChildrenNamed("packages") ?? [])
        {
            var pin = new PackagePin(Text(node, "name"), Text(node, "version"), Text(node, "sha512"));
            var isUsable = PackageCache.IsPlain(pin.Name) && PackageCache.IsPlain(pin.Version) && PackageDigest.IsDigest(pin.Sha512) && !pins.Exists(other => other.Name == pin.Name && other.Version == pin.Version);
            if (isUsable)
            {
                pins.Add(pin);
            }
            else
            {
                issues.Add(PackageIssues.Pin.At(NodePath.Of(node), node.Position, pin));
            }
        }

        return new PackagePins(pins);
    }

    /// <summary>Opens a package of the list.</summary>
    /// <param name="pin">One of <see cref="Pins"/>.</param>
    /// <param name="cache">Where to look.</param>
    /// <param name="limits">What to refuse.</param>
    /// <returns>The package; none, with the reason, if it is not here or its bytes are not those of the list.</returns>
    public static PackageResult Open(PackagePin pin, PackageCache cache, PackageLimits? limits = null) =>
        Verify(pin, cache) is { } issue ? new PackageResult(null, [issue]) : FhirPackage.Open(cache.FindArchive(pin.Name, pin.Version)!, limits);

    /// <summary>Compares a package on this machine with the list. Only archives can be compared: an unpacked folder has no digest.</summary>
    /// <returns>What is wrong; <see langword="null"/> if it is the one.</returns>
    public static Issue? Verify(PackagePin pin, PackageCache cache) =>
        cache.FindArchive(pin.Name, pin.Version) is not { } path ? PackageIssues.Missing.At(string.Empty, null, pin, "packages.json", cache.Target)
        : PackageDigest.Of(path) != pin.Sha512 ? PackageIssues.Digest.At(string.Empty, null, pin, path)
        : null;

    private static string Text(Node node, string name) => node.Child(name) is { Exists: true, Text: { } text } ? text : string.Empty;
}
