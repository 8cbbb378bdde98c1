using System.Text.Json.Nodes;

namespace FhirMsc.Fhir.Tests.Validation.Mutations;

/// <summary>Ways to break a resource as a whole; the place given is any in it.</summary>
internal static class ResourceMutations
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Mutation> All { get; } =
    [
        OfRoot("no resourceType", root => root.Remove("resourceType") ? string.Empty : "?"),
        OfRoot("unknown resourceType", root => Set(root, "resourceType", "NoSuchResource", "NoSuchResource")),
        OfRoot("resourceType of another resource", root => Set(root, "resourceType", root["resourceType"]!.GetValue<string>() == "Slot" ? "Group" : "Slot", root["resourceType"]!.GetValue<string>())),
        OfRoot("unknown modifier extension", root => AddTo(root, "modifierExtension", new JsonObject { ["url"] = "http://example.com/no-such-extension", ["valueBoolean"] = true }), root => Type(root) is not ("Bundle" or "Parameters" or "Binary")),
        OfRoot("contained resource of an unknown type", root => AddTo(root, "contained", new JsonObject { ["resourceType"] = "NoSuchResource", ["id"] = "x" }), root => Type(root) is not ("Bundle" or "Parameters" or "Binary")),
        OfRoot("contained resource without type", root => AddTo(root, "contained", new JsonObject { ["id"] = "x" }), root => Type(root) is not ("Bundle" or "Parameters" or "Binary")),
        OfRoot("two contained resources with one id", root => AddTwice(root, "contained", new JsonObject { ["resourceType"] = "Basic", ["id"] = "same", ["code"] = new JsonObject { ["text"] = "x" } }), root => Type(root) is not ("Bundle" or "Parameters" or "Binary")),
        OfRoot("entry with the fullUrl of another", root => AddTo(root, "entry", root["entry"]![0]!.DeepClone(), "Bundle"), root => Type(root) == "Bundle" && root["type"]?.GetValue<string>() != "history" && root["entry"]?[0]?["fullUrl"] is not null),
        OfRoot("entry with a relative fullUrl", root => Set((JsonObject)root["entry"]![0]!, "fullUrl", "Patient/1", "Bundle.entry[0].fullUrl"), root => Type(root) == "Bundle" && root["entry"]?[0]?["fullUrl"] is not null),
        OfRoot("entry with the fullUrl of another resource", root => Set((JsonObject)root["entry"]![0]!, "fullUrl", "http://example.org/Slot/x", "Bundle.entry[0].fullUrl"), root => Type(root) == "Bundle" && root["entry"]?[0]?["resource"] is not null),
    ];

    private static Mutation OfRoot(string name, Func<JsonObject, string> change, Func<JsonObject, bool>? applies = null) =>
        new(name, spot => spot.OwnerPath == Type(spot.Owner) && spot.Owner.Parent is null && (applies?.Invoke(spot.Owner) ?? true), spot => change(spot.Owner));

    private static string? Type(JsonObject root) => root["resourceType"]?.GetValue<string>();

    private static string Set(JsonObject owner, string name, JsonNode value, string path)
    {
        owner[name] = value;
        return name == "resourceType" ? value.GetValue<string>() : path;
    }

    private static string AddTo(JsonObject root, string name, JsonNode item, string? path = null)
    {
        var list = root[name] as JsonArray ?? [];
        list.Add(item);
        root[name] ??= list;
        return path ?? $"{Type(root)}.{name}[{list.Count - 1}]";
    }

    private static string AddTwice(JsonObject root, string name, JsonObject item)
    {
        AddTo(root, name, item.DeepClone());
        return AddTo(root, name, item);
    }
}
