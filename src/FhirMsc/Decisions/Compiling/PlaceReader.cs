using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions.Compiling;

/// <summary>Finds where in the guideline a plan comes from: what it is derived from, or its own actions' documentation.</summary>
internal static class PlaceReader
{
    /// <summary>The places of a plan.</summary>
    public static IReadOnlyList<GuidelinePlace> Read(Node definition, Catalog catalog)
    {
        var derived = definition.ChildrenNamed("relatedArtifact")
            .Where(related => related.At("type") == "derived-from")
            .Select(related => related.At("resource"))
            .OfType<string>()
            .Select(canonical => (Canonical: canonical, catalog.FindCanonical(canonical)?.Tree.Root))
            .Where(found => found.Root is { Exists: true, ResourceType: "PlanDefinition" })
            .Select(found => Place(found.Root!.Value, found.Canonical))
            .ToList();
        return derived.Count > 0 ? derived : definition.Child("action").Child("documentation").Exists ? [Place(definition, definition.At("url") ?? string.Empty)] : [];
    }

    private static GuidelinePlace Place(Node plan, string canonical)
    {
        var documentation = plan.Child("action").Child("documentation");
        return new GuidelinePlace(plan.At("title") ?? canonical, canonical, documentation.At("label"), documentation.At("url") ?? documentation.At("document", "url"));
    }
}
