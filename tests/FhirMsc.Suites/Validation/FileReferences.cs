using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Suites.Validation;

/// <summary>Finds resources among files, by canonical URL or by type and id.</summary>
internal sealed class FileReferences : IReferencePort
{
    private readonly Dictionary<string, Node> resources = new(StringComparer.Ordinal);

    public FileReferences(IEnumerable<Node> files)
    {
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

    public Node Resolve(string reference) => resources.GetValueOrDefault(reference);
}
