using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;

namespace FhirMsc.Suites.FhirPath;

/// <summary>Input resources of a suite, each read once.</summary>
internal sealed class SuiteInput(string folder)
{
    private readonly Dictionary<string, NodeTree?> trees = new(StringComparer.Ordinal);

    /// <summary>Reads a file as JSON or XML by its ending; null if it is not there or cannot be read.</summary>
    public NodeTree? Read(string file, FhirModel? model)
    {
        var path = Path.Combine(folder, file);
        if (trees.TryGetValue(path, out var tree))
        {
            return tree;
        }

        if (File.Exists(path))
        {
            var bytes = File.ReadAllBytes(path);
            tree = path.EndsWith(".xml", StringComparison.Ordinal)
                ? model is null ? null : XmlParser.Parse(bytes, model, file).Tree
                : JsonParser.Parse(bytes, file).Tree;
        }

        trees.Add(path, tree);
        return tree;
    }
}
