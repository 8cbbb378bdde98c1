using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Puts together, from all that an element of a snapshot comes from, the parts that <see cref="ElementDefinition"/> does not keep: texts, mappings, examples, extensions.</summary>
internal static class ElementTexts
{
    /// <summary>Lists that add up, and the part that tells their items apart; the whole item where there is none.</summary>
    private static readonly Dictionary<string, string?> Lists = new(StringComparer.Ordinal)
    {
        ["alias"] = null,
        ["code"] = null,
        ["condition"] = null,
        ["constraint"] = "key",
        ["example"] = "label",
        ["extension"] = "url",
        ["mapping"] = null,
    };

    /// <summary>A text of a differential behind that of the base: if it starts with three dots, it goes on where the base ends (R4, ElementDefinition: markdown in a differential).</summary>
    public static string? Continue(string? text, string? stated) =>
        stated is null ? text : text is not null && stated.StartsWith("...", StringComparison.Ordinal) ? $"{text}\r\n{stated[3..].TrimStart()}" : stated;

    /// <summary>All properties as JSON; those of later sources replace those of earlier ones or are added to them.</summary>
    public static JsonObject Of(ElementDefinition element)
    {
        var all = new JsonObject();
        foreach (var source in element.Sources)
        {
            foreach (var (name, value) in JsonNode.Parse(JsonWriter.Write(source))!.AsObject().ToList())
            {
                all[name] = Merge(name, all[name], value!);
            }
        }

        return all;
    }

    private static JsonNode Merge(string name, JsonNode? before, JsonNode value)
    {
        if (before is JsonArray items && value is JsonArray more && Lists.TryGetValue(name, out var key))
        {
            return Union(items, more, key);
        }

        return before is JsonValue text && value is JsonValue stated && text.TryGetValue<string>(out var left) && stated.TryGetValue<string>(out var right)
            ? JsonValue.Create(Continue(left, right))!
            : value.DeepClone();
    }

    private static JsonArray Union(JsonArray items, JsonArray more, string? key)
    {
        var all = new JsonArray([.. items.Select(item => item?.DeepClone())]);
        foreach (var item in more)
        {
            if (!all.Any(other => JsonNode.DeepEquals(Key(other, key), Key(item, key))))
            {
                all.Add(item?.DeepClone());
            }
        }

        return all;
    }

    private static JsonNode? Key(JsonNode? item, string? key) => key is null ? item : item?[key];
}
