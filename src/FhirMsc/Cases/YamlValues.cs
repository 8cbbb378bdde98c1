using System.Globalization;
using System.Text.Json.Nodes;
using FhirMsc.Content.Reading.Yaml;

namespace FhirMsc.Cases;

/// <summary>YAML as JSON: what is quoted is text; what is not may be true, false, nothing or a number.</summary>
internal static class YamlValues
{
    /// <summary>The value of a node.</summary>
    public static JsonNode? Json(SourceNode node) => node switch
    {
        SourceMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        SourceList list => new JsonArray([.. list.Items.Select(Json)]),
        SourceScalar { IsNull: true } => null,
        SourceScalar { Quoted: false, Text: "true" } => JsonValue.Create(true),
        SourceScalar { Quoted: false, Text: "false" } => JsonValue.Create(false),
        SourceScalar { Quoted: false } scalar when decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        SourceScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };

    /// <summary>The value of a key, or <see langword="null"/>.</summary>
    public static SourceNode? Get(this SourceNode? node, string key) => (node as SourceMap)?.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>The text of a key, or <see langword="null"/>.</summary>
    public static string? Text(this SourceNode? node, string key) => node.Get(key) is SourceScalar { IsNull: false } scalar ? scalar.Text : null;

    /// <summary>The texts of a key that holds a list, or one text; none if it is missing.</summary>
    public static IReadOnlyList<string> Texts(this SourceNode? node, string key) => node.Get(key) switch
    {
        SourceList list => [.. list.Items.OfType<SourceScalar>().Select(item => item.Text)],
        SourceScalar { IsNull: false } scalar => [scalar.Text],
        _ => [],
    };

    /// <summary>The items of a key that holds a list.</summary>
    public static IReadOnlyList<SourceNode> Items(this SourceNode? node, string key) => node.Get(key) is SourceList list ? list.Items : [];

    /// <summary>Puts a value at a path of names and indexes joined by dots: <c>code.coding.0</c>. What is missing on the way is made.</summary>
    public static void Set(JsonObject owner, string path, JsonNode? value)
    {
        JsonNode? at = owner;
        var steps = path.Split('.');
        foreach (var (i, step) in steps.Index())
        {
            var isLast = i == steps.Length - 1;
            if (at is JsonArray array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                while (array.Count <= index)
                {
                    array.Add(null);
                }

                at = isLast ? array[index] = value?.DeepClone() : array[index] ??= new JsonObject();
            }
            else if (at is JsonObject map)
            {
                if (isLast && value is null)
                {
                    map.Remove(step);
                    return;
                }

                at = isLast ? map[step] = value!.DeepClone() : map[step] ??= char.IsAsciiDigit(steps[i + 1][0]) ? new JsonArray() : new JsonObject();
            }

            if (isLast || at is null)
            {
                return;
            }
        }
    }
}
