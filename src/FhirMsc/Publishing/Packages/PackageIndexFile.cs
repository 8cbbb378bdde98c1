using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Packages;

/// <summary><c>.index.json</c> of a folder in a package: what package caches read instead of opening every resource.</summary>
internal static class PackageIndexFile
{
    /// <summary>Elements that the index repeats, where a resource has them.</summary>
    private static readonly string[] Repeated = ["id", "url", "version", "kind", "type", "supplements", "content"];

    /// <summary>The file, version 2 of its form.</summary>
    public static byte[] Of(IEnumerable<(string FileName, Node Resource)> files)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("index-version", 2);
            json.WriteStartArray("files");
            foreach (var (fileName, resource) in files)
            {
                json.WriteStartObject();
                json.WriteString("filename", fileName);
                json.WriteString("resourceType", resource.ResourceType);
                foreach (var name in Repeated)
                {
                    if (resource.Child(name).Text is { } text)
                    {
                        json.WriteString(name, text);
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
