using FhirMsc.Decisions.Compiling;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions.Sites;

/// <summary>Which local codes stand for a published concept. A concept without any is recognised by its published codes only.</summary>
/// <param name="Concept">Code of the concept.</param>
/// <param name="Display">Its display.</param>
/// <param name="ValueSets">Ids of the value sets that list it.</param>
/// <param name="Codes">The site's codes for it.</param>
public sealed record SiteCoverage(string Concept, string? Display, IReadOnlyList<string> ValueSets, IReadOnlyList<SiteCode> Codes)
{
    /// <summary>The coverage of every concept of our own code systems that a published value set lists: those that no hospital's records have of themselves.</summary>
    public static IReadOnlyList<SiteCoverage> Of(SiteMap site, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(catalog);
        var own = catalog.OfType("CodeSystem").Select(system => system.Url).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var listed =
            from set in catalog.OfType("ValueSet")
            where set.Tree.Root.Child("compose").Exists
            from include in set.Tree.Root.Child("compose").ChildrenNamed("include")
            where include.At("system") is { } system && own.Contains(system)
            from concept in include.ChildrenNamed("concept")
            select (System: include.At("system")!, Code: concept.At("code")!, Display: concept.At("display"), Set: set.Id);
        return [.. listed.GroupBy(concept => (concept.System, concept.Code)).Select(group => new SiteCoverage(
            group.Key.Code,
            group.First().Display,
            [.. group.Select(concept => concept.Set).Distinct()],
            [.. site.Codes.Where(code => code.ConceptSystem == group.Key.System && code.Concept == group.Key.Code)]))];
    }
}
