using FhirMsc.Content.Cards;
using FhirMsc.Content.Logic;
using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Reading.Yaml;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Services hang on hooks that can be served and name criteria and recommendations that are there and of the right kind.</summary>
internal sealed class ServiceCheck : IContentCheck
{
    private static readonly string[] OrderHooks = ["order-select", "order-sign"];
    private static readonly string[] Hooks = ["patient-view", .. OrderHooks];

    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var criteria = guideline.Logic.Criteria.GroupBy(criterion => criterion.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var recommendations = guideline.Recommendations.Select(recommendation => recommendation.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var service in guideline.Services)
        {
            var path = service.Origin.Path;
            if (service.Hook.Length > 0 && !Hooks.Contains(service.Hook))
                report.Add(ContentFactIssues.UnknownHook, path + ".hook", service.Hook, Nearest.Hint(service.Hook, Hooks), string.Join(", ", Hooks));
            foreach (var (id, at) in Listed(service.Recommendations, path + ".recommendations").Where(name => !recommendations.Contains(name.Name)))
                report.Add(ContentFactIssues.UnknownRecommendation, at, id, Nearest.Hint(id, recommendations));
            foreach (var (id, at, kind) in Uses(service))
                Criterion(service, criteria, id, at, kind, guideline.Logic, report);
        }

        foreach (var (id, at) in ElsewhereNamed(guideline).Where(name => !criteria.ContainsKey(name.Name)))
            report.Add(ContentFactIssues.UnknownCriterion, at, id, Nearest.Hint(id, criteria.Keys));
    }

    private static IEnumerable<(string Name, string Path)> Listed(IReadOnlyList<string> names, string path) => names.Select((name, i) => (name, KeyPath.Item(path, i)));

    private static IEnumerable<(string Name, string Path)> ElsewhereNamed(Guideline guideline) =>
    [
        .. guideline.Recommendations.SelectMany(recommendation => recommendation.Exceptions).Where(exception => exception.Criterion is not null).Select(exception => (exception.Criterion!, exception.Origin.Path + ".criterion")),
        .. guideline.Considerations.Where(consideration => consideration.Criterion is not null).Select(consideration => (consideration.Criterion!, consideration.Origin.Path + ".criterion")),
    ];

    private static IEnumerable<(string Name, string Path, CriterionResult Kind)> Uses(Service service) =>
    [
        .. Listed(service.When, service.Origin.Path + ".when").Select(name => (name.Name, name.Path, CriterionResult.Boolean)),
        .. Listed(service.Unless, service.Origin.Path + ".unless").Select(name => (name.Name, name.Path, CriterionResult.Boolean)),
        .. service.Notes.Select(note => (note.When, note.Origin.Path + ".when", CriterionResult.Boolean)),
        .. service.Card.Suggestions.Select(suggestion => (suggestion.Remove, suggestion.Origin.Path + ".remove", CriterionResult.Resources)),
        .. service.Hints.SelectMany(hint => Listed(hint.When, hint.Origin.Path + ".when").Concat(Listed(hint.Unless, hint.Origin.Path + ".unless"))).Select(name => (name.Name, name.Path, CriterionResult.Boolean)),
    ];

    private static void Criterion(Service service, Dictionary<string, Criterion> criteria, string id, string path, CriterionResult kind, DecisionLogic logic, Report report)
    {
        if (id.Length == 0)
            return;
        if (!criteria.TryGetValue(id, out var criterion))
            report.Add(ContentFactIssues.UnknownCriterion, path, id, Nearest.Hint(id, criteria.Keys));
        else if (criterion.Gives != kind)
            report.Add(ContentFactIssues.CriterionKind, path, id, Name(criterion.Gives), Name(kind));
        else if (!OrderHooks.Contains(service.Hook) && ReadsOrders(criterion, criteria, logic, []))
            report.Add(ContentFactIssues.NoOrders, path, service.Hook, id);
    }

    private static string Name(CriterionResult kind) => kind == CriterionResult.Boolean ? "true or false" : "resources";

    private static bool ReadsOrders(Criterion criterion, Dictionary<string, Criterion> criteria, DecisionLogic logic, HashSet<string> seen) =>
        seen.Add(criterion.Id)
        && (criterion.ReadsInputs.Any(id => logic.Inputs.Any(input => input.Id == id && input.From == InputSource.Orders))
            || criterion.ReadsCriteria.Any(id => ReadsOrders(criteria[id], criteria, logic, seen)));
}
