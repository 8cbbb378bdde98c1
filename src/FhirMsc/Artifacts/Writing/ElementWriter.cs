using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FhirMsc.Content;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Writing;

/// <summary>
/// Writes an element as compact JSON without escapes beyond those that JSON demands, and notes on the way which path comes from where.
/// </summary>
internal sealed class ElementWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter json;
    private readonly Dictionary<string, Origin> origins = new(StringComparer.Ordinal);

    private ElementWriter() =>
        json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Writes a resource.</summary>
    /// <returns>Its bytes, and the origins by path as <see cref="Fhir.Json.NodePath"/> writes paths.</returns>
    public static (ReadOnlyMemory<byte> Json, IReadOnlyDictionary<string, Origin> Origins) Write(string resourceType, Element resource)
    {
        using var writer = new ElementWriter();
        writer.WriteElement(resource, resourceType);
        writer.json.Flush();
        return (writer.buffer.WrittenMemory, writer.origins);
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void WriteElement(Element element, string path)
    {
        if (element.Origin is { } origin)
        {
            origins[path] = origin;
        }

        json.WriteStartObject();
        foreach (var member in element.Members)
        {
            json.WritePropertyName(member.Name);
            var below = $"{path}.{member.Name}";
            if (!member.IsArray)
            {
                WriteValue(member.Values[0], below);
                if (member.Origin is { } from)
                {
                    origins[below] = from;
                }

                continue;
            }

            json.WriteStartArray();
            for (var i = 0; i < member.Values.Count; i++)
            {
                WriteValue(member.Values[i], string.Create(CultureInfo.InvariantCulture, $"{below}[{i}]"));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteValue(object value, string path)
    {
        switch (value)
        {
            case Element element:
                WriteElement(element, path);
                break;
            case string text:
                json.WriteRawValue(Quote(text), skipInputValidation: true);
                break;
            case PrintedDecimal number:
                json.WriteRawValue(number.Text, skipInputValidation: true);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                throw new InvalidOperationException($"No way to write a {value.GetType().Name}.");
        }
    }

    /// <summary>RFC 8259 section 7: only the quotation mark, the reverse solidus and control characters must be escaped.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
