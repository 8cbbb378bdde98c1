using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>No two things of one family have the same id.</summary>
internal sealed class IdentityCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var terminology = guideline.Terminology;
        Unique(FactIndex.Of(guideline).Select(fact => (fact.Key, IdPath(fact.Value))), report);
        Unique(guideline.Sections.Select(section => (section.Id, section.Origin.Path + ".id")), report);
        Unique(terminology.Licences.Select(licence => (licence.Id, licence.Origin.Path + ".id")), report);
        Unique(terminology.ValueSets.Select(set => (set.Id, set.Origin.Path + ".id")), report);
        Unique(guideline.Services.Select(service => (service.Id, service.Origin.Path + ".id")), report);
        var logic = guideline.Logic;
        var inputs = logic.Inputs.Select(input => (input.Id, input.Origin.Path + ".id"));
        Unique(inputs.Concat(logic.Criteria.Select(criterion => (criterion.Id, criterion.Origin.Path + ".id"))), report);
        var axes = guideline.RatingSchemes.SelectMany(scheme => new[] { scheme.Strength, scheme.Evidence }).OfType<Ratings.RatingAxis>().ToList();
        var systems = axes.Select(axis => (axis.CodeSystem, axis.Origin.Path + ".codeSystem"));
        Unique(systems.Concat(terminology.CodeSystems.Select(system => (system.Id, system.Origin.Path + ".id"))), report);
        foreach (var axis in axes)
            Unique(axis.Levels.Select(level => (level.Code, level.Origin.Path + ".code")), report);
        foreach (var system in terminology.CodeSystems)
            Unique(system.Concepts.Select(concept => (concept.Code, concept.Origin.Path + ".code")), report);
        foreach (var set in terminology.ValueSets)
            Unique(set.Groups.SelectMany(group => group.Concepts, (group, concept) => ($"{group.System}{group.CodeSystem}#{concept.Code}", concept.Origin.Path)), report);
    }

    private static string IdPath(ITraceable fact) => fact.Origin.Path + (fact is References.Reference ? ".label" : ".id");

    private static void Unique(IEnumerable<(string Id, string Path)> things, Report report)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, path) in things)
        {
            if (id.Length > 0 && !seen.TryAdd(id, path))
                report.Add(ContentFactIssues.DuplicateId, path, id, seen[id]);
        }
    }
}
