using FhirMsc.Decisions.Compiling;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Sites;

/// <summary>
/// Reads a FHIR ConceptMap (R4's <c>equivalence</c>, R5's <c>relationship</c>) as a site's file. Only what means exactly our concept, or something narrower, counts as it; what
/// means more, or is only related, is for a person to look at; what is said to match nothing is ignored.
/// </summary>
internal static class SiteConceptMap
{
    /// <summary>https://hl7.org/fhir/R4/valueset-concept-map-equivalence.html (what the target is, seen from the source) and R5's concept-map-relationship.</summary>
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["equal"] = "trigger",
        ["equivalent"] = "trigger",
        ["wider"] = "trigger",
        ["subsumes"] = "trigger",
        ["source-is-narrower-than-target"] = "trigger",
        ["narrower"] = "review",
        ["specializes"] = "review",
        ["inexact"] = "review",
        ["relatedto"] = "review",
        ["source-is-broader-than-target"] = "review",
        ["related-to"] = "review",
        ["unmatched"] = "ignore",
        ["disjoint"] = "ignore",
        ["not-related-to"] = "ignore",
    };

    /// <summary>The lines of a ConceptMap.</summary>
    public static IEnumerable<SiteEntry> Entries(Node map) =>
        from @group in map.ChildrenNamed("group")
        from element in @group.ChildrenNamed("element")
        from entry in Entries(@group, element)
        select entry;

    private static IEnumerable<SiteEntry> Entries(Node group, Node element)
    {
        // R5: "noMap: no mapping to a target concept for this source concept".
        if (element.At("noMap") == "true")
        {
            yield return Entry(element, group, element, "ignore", null);
        }

        foreach (var target in element.ChildrenNamed("target"))
        {
            var word = target.At("equivalence") ?? target.At("relationship");
            yield return Entry(target, group, element, word is null ? null : Classes.GetValueOrDefault(word), target.At("code"));
        }
    }

    private static SiteEntry Entry(Node place, Node group, Node element, string? use, string? concept) =>
        new(NodePath.Of(place), place.Position, SiteJson.Text(group.Child("source")), SiteJson.Text(element.Child("code")), SiteJson.Text(element.Child("display")), use, concept);
}
