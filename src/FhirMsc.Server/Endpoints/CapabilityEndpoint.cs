using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FhirMsc.Publishing;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Says what the FHIR side can do: <c>GET {base}/fhir/metadata</c> (https://hl7.org/fhir/R4/http.html#capabilities). It reads, and nothing else.</summary>
internal sealed class CapabilityEndpoint(ServedContent content) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/fhir/metadata";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public bool IsOpen => true;

    /// <inheritdoc/>
    public ValueTask<Answer> AnswerAsync(HttpContext context) => ValueTask.FromResult(content.Current.Capability);

    /// <summary>Writes the statement about an edition.</summary>
    public static void Write(Catalog catalog, DateTimeOffset started, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("resourceType", "CapabilityStatement");
        json.WriteString("status", "active");
        json.WriteString("date", started.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteString("kind", "instance");
        json.WriteStartObject("software");
        json.WriteString("name", "FhirMsc");
        json.WriteString("version", typeof(CapabilityEndpoint).Assembly.GetName().Version?.ToString(3));
        json.WriteEndObject();
        json.WriteStartObject("implementation");
        json.WriteString("description", "Published guidelines, read only");
        json.WriteEndObject();
        json.WriteString("fhirVersion", catalog.Release.Version);
        json.WriteStartArray("format");
        json.WriteStringValue("json");
        json.WriteEndArray();
        json.WriteStartArray("rest");
        json.WriteStartObject();
        json.WriteString("mode", "server");
        WriteTypes(json, catalog);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter json, Catalog catalog)
    {
        var types = catalog.Artifacts.Select(artifact => artifact.ResourceType).Distinct().Order(StringComparer.Ordinal).ToList();
        if (types.Count == 0)
        {
            return;
        }

        json.WriteStartArray("resource");
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteStartArray("interaction");
            json.WriteStartObject();
            json.WriteString("code", "read");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
