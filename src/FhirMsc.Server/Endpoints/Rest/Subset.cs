using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>Resources of which only a part is wanted (https://hl7.org/fhir/R4/search.html#summary and #elements). What is left says that it is not the whole.</summary>
internal static class Subset
{
    /// <summary>Elements that every part keeps.</summary>
    private static readonly string[] Kept = ["resourceType", "id", "meta"];

    /// <summary>Takes away what is not wanted.</summary>
    /// <param name="json">The resource; is changed.</param>
    /// <param name="summary">Value of <c>_summary</c>.</param>
    /// <param name="elements">Names of <c>_elements</c>.</param>
    /// <param name="type">Type of the resource.</param>
    public static void Apply(JsonObject json, string summary, IReadOnlyList<string> elements, TypeDefinition type)
    {
        if (summary == "true")
        {
            Prune(json, type, (element, _) => element.IsSummary || element.IsModifier || element.Min > 0, isTop: true);
        }
        else if (summary == "text")
        {
            Prune(json, type, (element, isTop) => !isTop || element.Name == "text" || element.Min > 0, isTop: true);
        }
        else if (summary == "data")
        {
            json.Remove("text");
        }
        else if (elements.Count > 0)
        {
            // "Servers should always return mandatory and modifier elements, whether they are requested or not."
            Prune(json, type, (element, isTop) => !isTop || elements.Contains(element.Name) || element.Min > 0 || element.IsModifier && element.Name is not ("modifierExtension" or "implicitRules"), isTop: true);
        }
        else
        {
            return;
        }

        if (json["meta"] is not JsonObject meta)
        {
            json["meta"] = meta = [];
        }

        // A part need not have what the profiles of the whole ask for.
        meta.Remove("profile");
        if (meta["tag"] is not JsonArray tags)
        {
            meta["tag"] = tags = [];
        }

        tags.Add(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", ["code"] = "SUBSETTED" });
    }

    private static void Prune(JsonObject json, TypeDefinition type, Func<ElementDefinition, bool, bool> keeps, bool isTop)
    {
        foreach (var (name, value) in json.ToList())
        {
            if (isTop && Kept.Contains(name))
            {
                continue;
            }

            if (!type.TryFindChild(name.TrimStart('_'), out var element, out var child) || !keeps(element, isTop))
            {
                json.Remove(name);
            }
            else if (child is { Kind: TypeKind.Backbone })
            {
                foreach (var part in (value is JsonArray array ? array : [value?.DeepClone()]).OfType<JsonObject>())
                {
                    Prune(value is JsonArray ? part : (JsonObject)value!, child, keeps, isTop: false);
                }
            }
        }
    }
}
