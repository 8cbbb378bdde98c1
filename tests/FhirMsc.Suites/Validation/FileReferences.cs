using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Suites.Validation;

/// <summary>Finds resources among files, by canonical URL or by type and id.</summary>
internal sealed class FileReferences : IReferencePort
{
    private readonly Dictionary<string, Node> resources = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<FhirPackage> packages;

    /// <param name="files">The files.</param>
    /// <param name="packages">Packages to look for canonical URLs in if no file has them.</param>
    public FileReferences(IEnumerable<Node> files, IReadOnlyList<FhirPackage> packages)
    {
        this.packages = packages;
        foreach (var file in files)
        {
            if (file.Child("url").Text is { } url)
            {
                resources[url] = file;
                resources[$"{url}|{file.Child("version").Text}"] = file;
            }

            resources[$"{file.ResourceType}/{file.Child("id").Text}"] = file;
        }
    }

    public Node Resolve(string reference)
    {
        if (resources.TryGetValue(reference, out var found) || !reference.Contains(':', StringComparison.Ordinal))
        {
            return found;
        }

        var url = reference.Split('|')[0];
        return packages.SelectMany(package => package.Entries.Where(entry => entry.Url == url).Select(entry => package.Read(entry))).FirstOrDefault(result => result.Tree is not null)?.Tree?.Root ?? default;
    }
}
