using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Hooks.Discovery;

/// <summary>Writes the discovery document (https://cds-hooks.hl7.org/2.0/#discovery).</summary>
public static class DiscoveryWriter
{
    /// <summary>Writes an object with <c>services</c> as JSON. What a service does not have is left out.</summary>
    public static void Write(IEnumerable<ServiceDescription> services, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(services);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("services");
        foreach (var service in services)
        {
            WriteService(json, service);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private const string Version = "2.0.1";

    private static void WriteService(Utf8JsonWriter json, ServiceDescription service)
    {
        json.WriteStartObject();
        json.WriteString("hook", service.Hook);
        WriteOptional(json, "title", service.Title);
        json.WriteString("description", service.Description);
        json.WriteString("id", service.Id);
        WriteOptional(json, "usageRequirements", service.UsageRequirements);

        // 3.0 ballot: the version of CDS Hooks that the service speaks. A client of an earlier version ignores what it does not know.
        json.WriteString("version", Version);
        var templates = service.Inputs.Where(input => input.Query is not null).ToList();
        if (templates.Count > 0)
        {
            json.WriteStartObject("prefetch");
            foreach (var template in templates)
            {
                json.WriteString(template.Id, template.Query);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
