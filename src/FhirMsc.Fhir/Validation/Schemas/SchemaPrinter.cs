using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Fhir.Validation.Slicing;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>Writes what a profile adds to its type as JSON, for people who wonder what is checked.</summary>
internal static class SchemaPrinter
{
    public static string Print(ElementSchema schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            Write(schema, json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(ElementSchema schema, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", schema.Id);
        if (schema.Min > 0 || schema.Max != int.MaxValue)
        {
            json.WriteString("cardinality", string.Create(CultureInfo.InvariantCulture, $"{schema.Min}..{(schema.Max == int.MaxValue ? "*" : schema.Max)}"));
        }

        WriteStrings("rules", schema.Rules.Select(rule => rule.ToString()!), json);
        if (schema.Slicing is { } slicing)
        {
            Write(slicing, json);
        }

        if (schema.Children.Length > 0)
        {
            json.WriteStartObject("children");
            foreach (var child in schema.Children)
            {
                json.WritePropertyName(child.Label);
                Write(child, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(SlicingSchema slicing, Utf8JsonWriter json)
    {
        json.WriteStartObject("slicing");
        json.WriteString("rules", slicing.Rules.ToString());
        json.WriteBoolean("ordered", slicing.IsOrdered);
        json.WriteStartObject("slices");
        foreach (var slice in slicing.Slices)
        {
            json.WriteStartObject(slice.Name);
            WriteStrings("match", slice.Tests.Select(test => test.ToString()!), json);
            json.WritePropertyName("schema");
            Write(slice.Schema, json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStrings(string name, IEnumerable<string> values, Utf8JsonWriter json)
    {
        var all = values.ToList();
        if (all.Count > 0)
        {
            json.WriteStartArray(name);
            all.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }
    }
}
