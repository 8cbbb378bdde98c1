using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Suites.FhirPath;

/// <summary>An expected result in JSON against items.</summary>
internal static class ExpectedJson
{
    public static bool Matches(JsonElement expected, IReadOnlyList<Item> items)
    {
        var list = expected.ValueKind switch
        {
            JsonValueKind.Array => expected.EnumerateArray().ToList(),
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            _ => [expected],
        };
        return list.Count == items.Count && list.Zip(items).All(pair => Same(JsonNode.Parse(pair.First.GetRawText()), ToJson(pair.Second)));
    }

    public static string Show(Item item) => ToJson(item)?.ToJsonString() ?? "null";

    private static JsonNode? ToJson(Item item) => item.Kind switch
    {
        ItemKind.Node => ToJson(item.Node),
        ItemKind.Boolean => item.AsBoolean(),
        ItemKind.Integer => item.AsInteger(),
        ItemKind.Decimal => item.AsDecimal(),
        ItemKind.Type when item.ToString().Split('.', 2) is [var model, var name] => new JsonObject { ["name"] = name, ["namespace"] = model },
        _ => item.ToString(),
    };

    private static JsonNode? ToJson(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.String:
                return node.Text;
            case NodeKind.True or NodeKind.False:
                return node.Kind == NodeKind.True;
            case NodeKind.Number:
                return decimal.Parse(node.Text!, NumberStyles.Float, CultureInfo.InvariantCulture);
            default:
                break;
        }

        var json = new JsonObject();
        if (node.ResourceType is { } type)
        {
            json["resourceType"] = type;
        }

        foreach (var child in node.Children)
        {
            if (!child.IsArrayItem)
            {
                json[child.Name] = ToJson(child);
                continue;
            }

            if (json[child.Name] is not JsonArray array)
            {
                json[child.Name] = array = [];
            }

            array.Add(ToJson(child));
        }

        return json;
    }

    /// <summary>The suite's numbers went through JavaScript, so they are compared to what that keeps of them.</summary>
    private static bool Same(JsonNode? expected, JsonNode? actual)
    {
        if (expected is JsonValue l && actual is JsonValue r && expected.GetValueKind() == JsonValueKind.Number && actual.GetValueKind() == JsonValueKind.Number)
        {
            return double.Parse(l.ToJsonString(), CultureInfo.InvariantCulture).Equals(double.Parse(r.ToJsonString(), CultureInfo.InvariantCulture));
        }

        return (expected, actual) switch
        {
            (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
            (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(property => b.ContainsKey(property.Key) && Same(property.Value, b[property.Key])),
            _ => JsonNode.DeepEquals(expected, actual),
        };
    }
}
