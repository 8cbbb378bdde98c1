using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing;

/// <summary>Writes a catalog, or a part of it, as one Bundle to take home.</summary>
public static class BundleWriter
{
    /// <summary>
    /// A Bundle of type <c>collection</c> (https://hl7.org/fhir/R4/bundle.html). Entries keep the catalog's order; <c>fullUrl</c> is the canonical where
    /// its last part is the resource's id, and otherwise the reference below the base.
    /// </summary>
    /// <param name="catalog">What to write.</param>
    /// <param name="output">Where to; indented JSON in UTF-8 with a line feed at the end.</param>
    /// <param name="baseUrl">Base for the <c>fullUrl</c> of resources without canonical, without a slash at its end.</param>
    public static void WriteCollection(Catalog catalog, IBufferWriter<byte> output, string baseUrl)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "collection");
            json.WriteStartArray("entry");
            foreach (var artifact in catalog.Artifacts)
            {
                json.WriteStartObject();
                json.WriteString("fullUrl", artifact.Url?.EndsWith("/" + artifact.Reference, StringComparison.Ordinal) == true ? artifact.Url : $"{baseUrl}/{artifact.Reference}");
                json.WritePropertyName("resource");
                JsonWriter.Write(artifact.Tree.Root, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
