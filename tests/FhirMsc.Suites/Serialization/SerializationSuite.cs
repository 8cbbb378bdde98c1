using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;

namespace FhirMsc.Suites.Serialization;

/// <summary>The same resource as XML and as JSON: both must give the same tree, and each must come out as the other. Issues that let the reader go on (one pair has an element out of order) do not count.</summary>
public sealed class SerializationSuite : ISuite
{
    /// <inheritdoc/>
    public string Name => "serialization";

    /// <inheritdoc/>
    public IEnumerable<CaseResult> Run(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var folder = Path.Combine(directory, Name);
        var manifest = JsonParser.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json"))).Tree!.Root;
        return manifest.ChildrenNamed("pairs").Select(pair => CaseResult.Of(pair.Child("name").Text!, Failure(folder, pair)));
    }

    private static string? Failure(string folder, Node pair)
    {
        var model = FhirModel.For(FhirRelease.R4);
        var json = JsonParser.Parse(File.ReadAllBytes(Path.Combine(folder, pair.Child("json").Text!)));
        var xml = XmlParser.Parse(File.ReadAllBytes(Path.Combine(folder, pair.Child("xml").Text!)), model);
        if (json.Tree is null || xml.Tree is null)
        {
            return string.Join("; ", json.Issues.Concat(xml.Issues));
        }

        return TreeComparison.FirstDifference(json.Tree.Root, xml.Tree.Root)
            ?? Difference("to XML", json.Tree.Root, XmlParser.Parse(FhirXmlWriter.Write(json.Tree.Root, model).Utf8, model))
            ?? Difference("to JSON", xml.Tree.Root, JsonParser.Parse(JsonWriter.Write(xml.Tree.Root)));
    }

    private static string? Difference(string way, Node original, ParseResult back) =>
        back.Tree is null ? $"{way}: {string.Join("; ", back.Issues)}" : TreeComparison.FirstDifference(original, back.Tree.Root) is { } difference ? $"{way}: {difference}" : null;
}
