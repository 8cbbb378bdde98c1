using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Definitions.Reading;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>An element of a snapshot → FHIR JSON. What <see cref="ElementDefinition"/> keeps is written from it; the rest comes from the sources of the element.</summary>
internal static class ElementJson
{
    /// <summary>The properties in the order of ElementDefinition, by their names or, for choices, what the names start with.</summary>
    private static readonly string[] Order =
    [
        "id", "extension", "modifierExtension", "path", "representation", "sliceName", "sliceIsConstraining", "label", "code", "slicing", "short", "definition", "comment", "requirements",
        "alias", "min", "max", "base", "contentReference", "type", "defaultValue", "meaningWhenMissing", "orderMeaning", "fixed", "pattern", "example", "minValue", "maxValue",
        "maxLength", "condition", "constraint", "mustHaveValue", "valueAlternatives", "mustSupport", "isModifier", "isModifierReason", "isSummary", "binding", "mapping",
    ];

    public static JsonObject Write(ElementDefinition element)
    {
        var all = ElementTexts.Of(element);
        all["id"] = element.Id;
        all["path"] = element.Path;
        Set(all, "sliceName", element.SliceName);
        Set(all, "short", element.Short ?? (string?)all["short"]);
        all["min"] = element.Min;
        all["max"] = Max(element.Max);
        all["base"] = element.Base is { } from ? new JsonObject { ["path"] = from.Path, ["min"] = from.Min, ["max"] = Max(from.Max) } : null;
        Set(all, "contentReference", element.ContentReference);
        all["slicing"] = element.Slicing is { } slicing ? Slicing(all["slicing"] as JsonObject, slicing) : null;
        all["type"] = element.Types.Count > 0 ? new JsonArray([.. element.Types.Select(Type)]) : null;
        all["condition"] = element.Conditions.Count > 0 ? new JsonArray([.. element.Conditions.Select(key => (JsonNode)key)]) : null;
        all["constraint"] = element.Constraints.Count > 0 ? Constraints(all["constraint"] as JsonArray, element.Constraints) : null;
        all["binding"] = element.Binding is { } binding ? Binding(all["binding"] as JsonObject, binding) : null;
        Value(all, "fixed", element.Fixed);
        Value(all, "pattern", element.Pattern);
        Value(all, "minValue", element.MinValue);
        Value(all, "maxValue", element.MaxValue);
        all["maxLength"] = element.MaxLength ?? all["maxLength"]?.DeepClone();
        Flag(all, "mustSupport", element.MustSupport);
        Flag(all, "isModifier", element.IsModifier);
        Flag(all, "isSummary", element.IsSummary);
        Flag(all, "mustHaveValue", element.MustHaveValue);
        return new JsonObject(all.Where(property => property.Value is not null).OrderBy(property => Place(property.Key)).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
    }

    /// <summary>Place of a property; names of choices end with their type, and the second half of a primitive starts with an underscore.</summary>
    private static int Place(string name)
    {
        var plain = name.TrimStart('_');
        var at = Array.IndexOf(Order, plain);
        return at >= 0 ? at : Array.FindIndex(Order, start => plain.StartsWith(start, StringComparison.Ordinal) && char.IsAsciiLetterUpper(plain[start.Length])) is >= 0 and var choice ? choice : Order.Length;
    }

    private static void Set(JsonObject all, string name, string? value) => all[name] = value;

    private static void Flag(JsonObject all, string name, bool value) => all[name] = value ? true : all[name]?.DeepClone();

    private static string Max(int max) => max == int.MaxValue ? "*" : max.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Value(JsonObject all, string choice, ElementValue? value)
    {
        foreach (var name in all.Select(property => property.Key).Where(name => IsOf(name.TrimStart('_'), choice)).ToList())
        {
            all.Remove(name);
        }

        foreach (var (name, part) in value is null ? [] : JsonNode.Parse(value.Json)!.AsObject().ToList())
        {
            all[name] = part?.DeepClone();
        }
    }

    private static bool IsOf(string name, string choice) => name.Length > choice.Length && name.StartsWith(choice, StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[choice.Length]);

    private static JsonObject Slicing(JsonObject? source, ElementSlicing slicing)
    {
        var written = new JsonObject();
        if (slicing.Discriminators.Count > 0)
        {
            written["discriminator"] = new JsonArray([.. slicing.Discriminators.Select(by => new JsonObject { ["type"] = Code(Codes.Discriminator, by.Type), ["path"] = by.Path })]);
        }

        if (source?["description"] is { } description)
        {
            written["description"] = description.DeepClone();
        }

        written["ordered"] = slicing.IsOrdered;
        written["rules"] = Code(Codes.Slicing, slicing.Rules);
        return written;
    }

    private static JsonObject Type(TypeReference type)
    {
        var written = new JsonObject();
        JsonObject?[] extensions =
        [
            type.FhirType is { } fhirType ? new JsonObject { ["url"] = SnapshotRun.CoreUrl + "structuredefinition-fhir-type", ["valueUrl"] = fhirType } : null,
            type.Regex is { } regex ? new JsonObject { ["url"] = SnapshotRun.CoreUrl + "regex", ["valueString"] = regex } : null,
        ];
        List(written, "extension", extensions.Where(extension => extension is not null));
        written["code"] = type.Code;
        List(written, "profile", type.Profiles.Select(profile => (JsonNode)profile));
        List(written, "targetProfile", type.TargetProfiles.Select(profile => (JsonNode)profile));
        List(written, "aggregation", Codes.Aggregation.Where(row => (type.Aggregation & row.Value) != 0).OrderBy(row => row.Value).Select(row => (JsonNode)row.Key));
        if (type.Versioning != ReferenceVersioning.Either)
        {
            written["versioning"] = Code(Codes.Versioning, type.Versioning);
        }

        return written;
    }

    private static void List(JsonObject into, string name, IEnumerable<JsonNode?> items)
    {
        if (items.ToArray() is { Length: > 0 } all)
        {
            into[name] = new JsonArray(all);
        }
    }

    private static JsonArray Constraints(JsonArray? sources, IReadOnlyList<ElementConstraint> constraints) => new([.. constraints.Select(constraint =>
    {
        var written = sources?.FirstOrDefault(source => (string?)source?["key"] == constraint.Key)?.DeepClone().AsObject() ?? new JsonObject { ["key"] = constraint.Key };
        written["severity"] = constraint.Severity == Severity.Warning ? "warning" : "error";
        written["human"] = constraint.Human;
        Set(written, "expression", constraint.Expression);
        Set(written, "source", constraint.Source);
        return new JsonObject(written.Where(property => property.Value is not null).Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
    })]);

    private static JsonObject Binding(JsonObject? source, ElementBinding binding)
    {
        var written = source?.DeepClone().AsObject() ?? [];
        written["strength"] = Code(Codes.Strength, binding.Strength);
        if (binding.ValueSet is { } valueSet)
        {
            written["valueSet"] = valueSet;
        }

        return written;
    }

    private static string Code<T>(IReadOnlyDictionary<string, T> table, T value)
        where T : struct => table.First(row => row.Value.Equals(value)).Key;
}
