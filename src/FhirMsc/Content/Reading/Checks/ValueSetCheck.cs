using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Value sets take their codes from systems and under licences that are there, and whoever names a value set finds it.</summary>
internal sealed class ValueSetCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var terminology = guideline.Terminology;
        var systems = terminology.CodeSystems.GroupBy(system => system.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var licences = terminology.Licences.Select(licence => licence.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var group in terminology.ValueSets.SelectMany(set => set.Groups))
        {
            if (group.Licence is { } licence && !licences.Contains(licence))
                report.Add(ContentFactIssues.UnknownLicence, group.Origin.Path + ".licence", licence, Nearest.Hint(licence, licences));
            if (group.CodeSystem is not { } id)
                continue;
            if (!systems.TryGetValue(id, out var system))
                report.Add(ContentFactIssues.UnknownCodeSystem, group.Origin.Path + ".codeSystem", id, Nearest.Hint(id, systems.Keys));
            else
                foreach (var concept in group.Concepts.Where(concept => system.Concepts.All(own => own.Code != concept.Code)))
                    report.Add(ContentFactIssues.UnknownConcept, concept.Origin.Path, $"{id}#{concept.Code}", Nearest.Hint(concept.Code, system.Concepts.Select(own => own.Code)));
        }

        var sets = terminology.ValueSets.Select(set => set.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (set, path) in Names(guideline).Where(name => name.Id is not null && !sets.Contains(name.Id)))
            report.Add(ContentFactIssues.UnknownValueSet, path, set, Nearest.Hint(set!, sets));
    }

    private static IEnumerable<(string? Id, string Path)> Names(Guideline guideline) =>
    [
        .. guideline.Recommendations.Select(recommendation => (recommendation.Population.ValueSet, recommendation.Population.Origin.Path + ".valueSet")),
        .. guideline.Recommendations.Select(recommendation => (recommendation.Intervention.ValueSet, recommendation.Intervention.Origin.Path + ".valueSet")),
        .. guideline.Studies.Select(study => (study.ObservedCondition.ValueSet, study.ObservedCondition.Origin.Path + ".valueSet")),
        .. guideline.Studies.Where(study => study.IntendedCondition is not null).Select(study => (study.IntendedCondition!.ValueSet, study.IntendedCondition.Origin.Path + ".valueSet")),
        .. guideline.Logic.Inputs.SelectMany(input => input.ValueSets.Select(id => ((string?)id, input.Origin.Path + ".query"))),
        .. guideline.Logic.Criteria.SelectMany(criterion => ValueSetNames.In(criterion.Expression).Select(id => ((string?)id, criterion.Origin.Path + ".expression"))),
        .. guideline.Logic.Criteria.SelectMany(criterion => ValueSetNames.In(criterion.ExpressionR5 ?? string.Empty).Select(id => ((string?)id, criterion.Origin.Path + ".expressionR5"))),
    ];
}
