using System.Text;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Proposals;

/// <summary>Items of FHIRPath as values of a resource.</summary>
internal static class ItemJson
{
    /// <summary>The JSON of an item.</summary>
    public static JsonNode Of(Item item) => item.Kind switch
    {
        ItemKind.Node => JsonNode.Parse(Json(item.Node))!,
        ItemKind.Boolean => JsonValue.Create(item.AsBoolean() == true),
        ItemKind.Integer or ItemKind.Decimal => JsonNode.Parse(item.ToString())!,
        ItemKind.Quantity => Quantity(item),
        _ => JsonValue.Create(item.ToString()),
    };

    /// <summary>The name of the item's FHIR type; <see langword="null"/> where the element itself has to tell.</summary>
    public static string? TypeOf(Item item) => item.Kind switch
    {
        ItemKind.Boolean => "Boolean",
        ItemKind.String => "String",
        ItemKind.Integer => "Integer",
        ItemKind.Decimal => "Decimal",
        ItemKind.Date => "Date",
        ItemKind.DateTime => "DateTime",
        ItemKind.Time => "Time",
        ItemKind.Quantity => "Quantity",
        _ when item.IsNode && item.Node.Child("coding").Exists => "CodeableConcept",
        _ when item.IsNode && item.Node.Child("reference").Exists => "Reference",
        _ => null,
    };

    /// <summary>The JSON of a node, whatever it is.</summary>
    public static string Json(Node node)
    {
        if (!node.HasValue)
        {
            return Encoding.UTF8.GetString(JsonWriter.Write(node));
        }

        return node.Kind == NodeKind.String ? JsonValue.Create(node.Text)!.ToJsonString() : node.Text!;
    }

    private static JsonObject Quantity(Item item)
    {
        var quantity = item.AsQuantity()!.Value;
        return new JsonObject
        {
            ["value"] = JsonNode.Parse(quantity.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ["unit"] = quantity.Unit.Code,
            ["system"] = "http://unitsofmeasure.org",
            ["code"] = quantity.Unit.Code,
        };
    }
}
