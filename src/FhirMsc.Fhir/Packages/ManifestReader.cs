using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Packages;

/// <summary><c>package.json</c> → <see cref="PackageManifest"/>.</summary>
internal sealed class ManifestReader(string source, ICollection<Issue> issues)
{
    private const string FileName = "package.json";

    /// <summary>The manifest; <see langword="null"/>, with issues, if there is none that could be used.</summary>
    public PackageManifest? Read(IPackageFiles files)
    {
        if (files.Read(FileName) is not { } bytes)
        {
            issues.Add(PackageIssues.NoManifest.At(string.Empty, null, source));
            return null;
        }

        var result = JsonParser.Parse(bytes, $"{source}/{FileName}", new JsonLimits { KeepEmpty = true });
        if (result.Tree is not { } tree)
        {
            issues.Add(PackageIssues.Manifest.At(string.Empty, null, source, "it is not well-formed JSON"));
            return null;
        }

        var (name, version) = (Text(tree.Root, "name"), Text(tree.Root, "version"));
        if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(version))
        {
            issues.Add(PackageIssues.Manifest.At(string.Empty, null, source, string.IsNullOrEmpty(name) ? "it has no name" : "it has no version"));
            return null;
        }

        return new PackageManifest
        {
            Name = name,
            Version = version,
            Type = Text(tree.Root, "type"),
            Canonical = Text(tree.Root, "canonical"),
            FhirVersions = Versions(tree.Root),
            Dependencies = tree.Root.Child("dependencies") is { Exists: true } dependencies
                ? [.. dependencies.Children.Where(child => child.HasValue).Select(child => KeyValuePair.Create(child.Name, child.Text!))]
                : [],
        };
    }

    private static string? Text(Node node, string name) => node.Child(name) is { Exists: true } child ? child.Text : null;

    /// <summary>Older packages name the list <c>fhir-version-list</c>.</summary>
    private static IReadOnlyList<string> Versions(Node root)
    {
        var versions = root.ChildrenNamed("fhirVersions").Concat(root.ChildrenNamed("fhir-version-list"));
        return [.. versions.Where(version => version.HasValue).Select(version => version.Text!)];
    }
}
