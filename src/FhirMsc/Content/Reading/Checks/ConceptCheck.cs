using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Names of concepts of our own lead to concepts, also those of parents; mappings have codes.</summary>
internal sealed class ConceptCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var concepts = guideline.Terminology.CodeSystems.SelectMany(system => system.Concepts, (system, concept) => $"{system.Id}#{concept.Code}").ToHashSet(StringComparer.Ordinal);
        foreach (var (concept, path) in Names(guideline).Where(name => name.Concept is { CodeSystem.Length: > 0 }))
        {
            if (!concepts.Contains(concept!.ToString()))
                report.Add(ContentFactIssues.UnknownConcept, path, concept, Nearest.Hint(concept.ToString(), concepts));
        }

        foreach (var system in guideline.Terminology.CodeSystems)
            Parents(system, report);
    }

    private static IEnumerable<(ConceptReference? Concept, string Path)> Names(Guideline guideline) =>
    [
        .. guideline.Recommendations.SelectMany(recommendation => recommendation.Exceptions).Select(exception => ((ConceptReference?)exception.Concept, exception.Origin.Path + ".concept")),
        .. guideline.Recommendations.Select(recommendation => (recommendation.Population.Concept, recommendation.Population.Origin.Path + ".concept")),
        .. guideline.Recommendations.Select(recommendation => (recommendation.Intervention.Concept, recommendation.Intervention.Origin.Path + ".concept")),
        .. guideline.Services.Select(service => ((ConceptReference?)service.Card.Topic, service.Card.Origin.Path + ".topic")),
        .. guideline.Services.SelectMany(service => service.Card.OverrideReasons.Select((reason, i) => ((ConceptReference?)reason, Yaml.KeyPath.Item(service.Card.Origin.Path + ".overrideReasons", i)))),
    ];

    private static void Parents(CodeSystemContent system, Report report)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var concept in system.Concepts)
        {
            if (concept.Parent is { } parent && !before.Contains(parent))
                report.Add(ContentFactIssues.UnknownConcept, concept.Origin.Path + ".parent", $"{system.Id}#{parent}", " A parent stands before its children.");
            before.Add(concept.Code);
            foreach (var mapping in concept.Mappings.Where(mapping => mapping.Mapping.Code is null == (mapping.Mapping.Equivalence != MappingEquivalence.Unmatched)))
                report.Add(ContentFactIssues.MappingTarget, mapping.Origin.Path, mapping.Mapping.Code is null ? "has no code" : "is \"unmatched\" and has a code");
        }
    }
}
