using System.Text.Json;
using FhirMsc.Artifacts;
using FhirMsc.Content;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Bundles;

/// <summary>
/// A catalog in the layout of a bulk data export (https://hl7.org/fhir/uv/bulkdata/): one file of newline-delimited JSON for each resource type, and the
/// manifest that names them.
/// </summary>
public static class BulkFiles
{
    /// <summary>Name of the manifest.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>All files by name, in ordinal order of the types, the manifest last.</summary>
    /// <param name="artifacts">What to write.</param>
    /// <param name="date">Date of the content, as the time of the export.</param>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(IReadOnlyList<Artifact> artifacts, PartialDate date)
    {
        ArgumentNullException.ThrowIfNull(artifacts);
        var types = artifacts.GroupBy(artifact => artifact.ResourceType, StringComparer.Ordinal).OrderBy(type => type.Key, StringComparer.Ordinal).ToList();
        foreach (var type in types)
        {
            using var lines = new MemoryStream();
            foreach (var artifact in type)
            {
                lines.Write(JsonWriter.Write(artifact.Tree.Root));
                lines.WriteByte((byte)'\n');
            }

            yield return KeyValuePair.Create(FileName(type.Key), lines.ToArray());
        }

        yield return KeyValuePair.Create(ManifestName, Manifest(types, date));
    }

    private static byte[] Manifest(IEnumerable<IGrouping<string, Artifact>> types, PartialDate date)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("transactionTime", date.ToInstant());
            json.WriteString("request", "$export");
            json.WriteBoolean("requiresAccessToken", false);
            json.WriteStartArray("output");
            foreach (var type in types)
            {
                json.WriteStartObject();
                json.WriteString("type", type.Key);
                json.WriteString("url", FileName(type.Key));
                json.WriteNumber("count", type.Count());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("error");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static string FileName(string type) => $"{type}.ndjson";
}
