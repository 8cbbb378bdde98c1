using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Servers;

/// <summary>A transaction or batch that writes artifacts under their own ids (https://hl7.org/fhir/R4/http.html#transaction).</summary>
internal static class PutBundle
{
    /// <summary>The Bundle, as JSON.</summary>
    public static ReadOnlyMemory<byte> Write(string kind, IEnumerable<Artifact> artifacts)
    {
        var output = new ArrayBufferWriter<byte>(1 << 18);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", kind);
            json.WriteStartArray("entry");
            foreach (var artifact in artifacts)
            {
                json.WriteStartObject();
                json.WriteString("fullUrl", artifact.FullUrl);
                json.WritePropertyName("resource");
                JsonWriter.Write(artifact.Tree.Root, json);
                json.WriteStartObject("request");
                json.WriteString("method", "PUT");
                json.WriteString("url", artifact.Reference);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenMemory;
    }
}
