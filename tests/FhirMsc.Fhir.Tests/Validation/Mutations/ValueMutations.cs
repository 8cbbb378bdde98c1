using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Validation.Mutations;

/// <summary>Ways to break single values: JSON types, primitive formats, emptiness.</summary>
internal static class ValueMutations
{
    /// <summary>What is no value of a primitive type, and why.</summary>
    private static readonly (string Type, JsonNode Value)[] BadValues =
    [
        ("integer", JsonValue.Create(1.5m)), ("unsignedInt", JsonValue.Create(-1)), ("positiveInt", JsonValue.Create(0)),
        ("date", "2024-13-01"), ("date", "2023-02-29"), ("date", "01.02.2024"), ("dateTime", "2024-02-01T25:00:00Z"), ("dateTime", "2024-02-01T10:00:00"), ("instant", "2024-01-01"), ("time", "24:00:00"), ("time", "9:00"),
        ("code", " a"), ("code", "a  b"), ("id", "a b"), ("id", new string('x', 65)), ("oid", "urn:oid:3.1"), ("uuid", "urn:uuid:1"),
        ("uri", "http://example.org/a b"), ("url", "http://example.org/a b"), ("canonical", "http://example.org/a b"), ("base64Binary", "====?"), ("string", string.Empty), ("string", " "), ("markdown", string.Empty),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Mutation> All { get; } =
    [
        .. BadValues.Select(bad => new Mutation($"bad {bad.Type} {bad.Value.ToJsonString()[..Math.Min(24, bad.Value.ToJsonString().Length)]}", spot => spot.Type.Name == bad.Type && spot.Value is JsonValue, spot => Set(spot, bad.Value.DeepClone()))),
        new("text for a Boolean", spot => spot.Type.Name == "boolean", spot => Set(spot, "true")),
        new("text for a number", spot => spot.Type.Name is "integer" or "decimal" or "positiveInt" or "unsignedInt", spot => Set(spot, "1")),
        new("number for a text", spot => spot.Text is not null && spot.Type.Kind == TypeKind.Primitive, spot => Set(spot, 42)),
        new("object for a value", spot => spot.Type.Kind == TypeKind.Primitive && spot.Value is JsonValue, spot => Set(spot, new JsonObject { ["value"] = "x" })),
        new("value for an object", spot => spot.Object is not null, spot => Set(spot, "x")),
        new("list for a single element", spot => spot.Index is null && spot.Element.Max == 1, spot => Set(spot, new JsonArray(spot.Value!.DeepClone()))),
        new("single element for a list", spot => spot.List is { Count: 1 }, spot => SetAll(spot, spot.Value!.DeepClone())),
        new("empty object", spot => spot.Object is not null, spot => Set(spot, new JsonObject())),
        new("empty list", spot => spot.Index == 0, spot => SetAll(spot, new JsonArray())),
        new("empty text", spot => spot.Text is not null, spot => Set(spot, string.Empty)),
        new("null", spot => spot.Index is null, spot => SetAll(spot, null)),
        new("null in a list", spot => spot.Index == 0, spot => AddNull(spot)),
    ];

    private static string Set(Spot spot, JsonNode value)
    {
        spot.Value = value;
        return spot.Path;
    }

    private static string SetAll(Spot spot, JsonNode? value)
    {
        spot.Owner[spot.Property] = value;
        return $"{spot.OwnerPath}.{spot.Property}";
    }

    private static string AddNull(Spot spot)
    {
        spot.List!.Add(null);
        return $"{spot.OwnerPath}.{spot.Property}[{spot.List.Count - 1}]";
    }
}
