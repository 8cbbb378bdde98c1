using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Tests.Validation.Mutations;

/// <summary>Ways to break which elements there are, and what they mean together: cardinality, choices, codes, invariants, references, extensions.</summary>
internal static class ElementMutations
{
    private const string BirthPlace = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";

    private static readonly Dictionary<string, Func<JsonNode>> Samples = new()
    {
        ["boolean"] = () => true,
        ["string"] = () => "x",
        ["integer"] = () => 1,
        ["dateTime"] = () => "2024",
        ["date"] = () => "2024",
        ["code"] = () => "x",
        ["uri"] = () => "urn:x",
        ["CodeableConcept"] = () => new JsonObject { ["text"] = "x" },
        ["Period"] = () => new JsonObject { ["start"] = "2024" },
        ["Reference"] = () => new JsonObject { ["display"] = "x" },
        ["Quantity"] = () => new JsonObject { ["value"] = 1 },
    };

    private static readonly LocalTerminology Terminology = new(FhirModel.For(FhirRelease.R4));

    /// <summary>All of them.</summary>
    public static IEnumerable<Mutation> All { get; } =
    [
        new("required element missing", spot => spot.Element.Min > 0 && spot.Index is null or 0, Remove),
        new("unknown element", spot => spot.Index is null or 0, spot => Add(spot, "notAnElement", "x")),
        new("two forms of one choice", spot => Other(spot) is not null, spot => Add(spot, Named(spot.Element, Other(spot)!), Samples[Other(spot)!]())),
        new("choice of a type that is not allowed", spot => spot.Element.IsChoice && spot.Element.Types.All(type => type.TypeName != "oid"), spot => Rename(spot, spot.Element.Name + "Oid", "urn:oid:1.2.3")),
        new("code outside of a required value set", spot => spot.Type.Name == "code" && spot.Element.Binding is { Strength: BindingStrength.Required, ValueSet: { } set } && Terminology.Has(set, new(null, "no-such-code")).IsNo, spot => Set(spot, "no-such-code")),
        new("end before start", spot => spot.Type.Name == "Period" && Text(spot, "start") is { Length: >= 10 } start && Text(spot, "end") is { } end && end.Length == start.Length && string.CompareOrdinal(start[..10], end) < 0 && end[..10] != start[..10], Swap),
        new("code of a unit without its system", spot => spot.Type.Name == "Quantity" && spot.Object?["code"] is not null, spot => Drop(spot, "system")),
        new("data without its type", spot => spot.Type.Name == "Attachment" && spot.Object?["data"] is not null, spot => Drop(spot, "contentType")),
        new("contact point without its system", spot => spot.Type.Name == "ContactPoint" && spot.Object?["value"] is not null && spot.Object["system"] is not null, spot => Drop(spot, "system")),
        new("reference to nothing contained", spot => spot.Type.Name == "Reference" && spot.Object is not null, spot => Refer(spot, "#nothing")),
        new("reference to a type that is not allowed", spot => spot.IsAtTop && spot.Type.Name == "Reference" && spot.Object is not null && Refuses(spot, "Slot"), spot => ReferToContained(spot, "Slot")),
        new("unknown extension", spot => spot.Object is not null && spot.Type.Kind == TypeKind.Complex && spot.Type.Name != "Extension", spot => Extend(spot, new JsonObject { ["url"] = "http://example.com/no-such-extension", ["valueString"] = "x" })),
        new("extension in a wrong place", spot => spot.Object is not null && spot.Type.Kind == TypeKind.Complex && spot.Type.Name != "Extension", spot => Extend(spot, new JsonObject { ["url"] = BirthPlace, ["valueAddress"] = new JsonObject { ["city"] = "x" } })),
        new("extension without url", spot => spot.Object is not null && spot.Type.Kind == TypeKind.Complex && spot.Type.Name != "Extension", spot => Extend(spot, new JsonObject { ["valueString"] = "x" })),
        new("script in the narrative", spot => spot.Type.Name == "xhtml", spot => Narrate(spot, "<script>alert(1)</script>")),
        new("link that runs code in the narrative", spot => spot.Type.Name == "xhtml", spot => Narrate(spot, "<a href=\"javascript:alert(1)\">x</a>")),
        new("event in the narrative", spot => spot.Type.Name == "xhtml", spot => Narrate(spot, "<p onclick=\"alert(1)\">x</p>")),
        new("narrative that is not well-formed", spot => spot.Type.Name == "xhtml", spot => Narrate(spot, "<p>x")),
    ];

    private static string? Text(Spot spot, string name) => spot.Object?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Set(Spot spot, JsonNode value)
    {
        spot.Value = value;
        return spot.Path;
    }

    private static string Remove(Spot spot)
    {
        spot.Owner.Remove(spot.Property);
        spot.Owner.Remove("_" + spot.Property);
        return spot.OwnerPath;
    }

    private static string Add(Spot spot, string name, JsonNode value)
    {
        spot.Owner[name] = value;
        return $"{spot.OwnerPath}.{name}";
    }

    private static string Rename(Spot spot, string name, JsonNode value)
    {
        spot.Owner.Remove(spot.Property);
        spot.Owner.Remove("_" + spot.Property);
        return Add(spot, name, value);
    }

    private static string? Other(Spot spot) =>
        !spot.Element.IsChoice ? null : spot.Element.Types.Select(type => type.TypeName).FirstOrDefault(type => Samples.ContainsKey(type) && Named(spot.Element, type) != spot.Property && !spot.Owner.ContainsKey(Named(spot.Element, type)));

    private static string Named(ElementDefinition element, string type) => element.Name + char.ToUpperInvariant(type[0]) + type[1..];

    private static string Drop(Spot spot, string name)
    {
        spot.Object!.Remove(name);
        return spot.Path;
    }

    private static string Swap(Spot spot)
    {
        var (start, end) = (Text(spot, "start")!, Text(spot, "end")!);
        spot.Object!["start"] = end;
        spot.Object["end"] = start;
        return spot.Path;
    }

    private static string Refer(Spot spot, string reference)
    {
        spot.Object!["reference"] = reference;
        spot.Object.Remove("type");
        return spot.Path;
    }

    private static bool Refuses(Spot spot, string type) =>
        spot.Element.Types.Any(reference => reference.TargetProfiles.Count > 0) && !spot.Element.Types.SelectMany(reference => reference.TargetProfiles).Any(target => target.EndsWith("/Resource", StringComparison.Ordinal) || target.EndsWith("/" + type, StringComparison.Ordinal));

    private static string ReferToContained(Spot spot, string type)
    {
        var root = spot.Owner;
        while (root.Parent is not null)
        {
            root = root.Parent as JsonObject ?? (JsonObject)root.Parent.Parent!;
        }

        var contained = root["contained"] as JsonArray ?? [];
        contained.Add(new JsonObject { ["resourceType"] = type, ["id"] = "wrong-target", ["schedule"] = new JsonObject { ["display"] = "x" }, ["status"] = "free", ["start"] = "2024-01-01T00:00:00Z", ["end"] = "2024-01-01T01:00:00Z" });
        root["contained"] ??= contained;
        return Refer(spot, "#wrong-target");
    }

    private static string Extend(Spot spot, JsonObject extension)
    {
        var extensions = spot.Object!["extension"] as JsonArray ?? [];
        extensions.Add(extension);
        spot.Object["extension"] ??= extensions;
        return $"{spot.Path}.extension[{extensions.Count - 1}]";
    }

    private static string Narrate(Spot spot, string markup)
    {
        var text = spot.Text!;
        var end = text.LastIndexOf("</", StringComparison.Ordinal);
        return Set(spot, end < 0 ? $"<div xmlns=\"http://www.w3.org/1999/xhtml\">{markup}</div>" : text.Insert(end, markup));
    }
}
