using FhirMsc.Content.Logic;
using FhirMsc.Content.Reading.Chapters;
using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Expressions read inputs and criteria that are there, not in a circle, and nothing is asked for in vain.</summary>
internal sealed class CriterionCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var logic = guideline.Logic;
        var names = logic.Inputs.Select(input => input.Id).Concat(logic.Criteria.Select(criterion => criterion.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var criterion in logic.Criteria)
        {
            Variables(criterion.Expression, criterion.Origin.Path + ".expression");
            Variables(criterion.ExpressionR5 ?? string.Empty, criterion.Origin.Path + ".expressionR5");
        }

        Circles(logic.Criteria, report);
        var read = logic.Criteria.SelectMany(criterion => criterion.ReadsInputs.Concat(criterion.ReadsCriteria)).Concat(Used(guideline)).ToHashSet(StringComparer.Ordinal);
        foreach (var input in logic.Inputs.Where(input => input.Id.Length > 0 && !read.Contains(input.Id)))
            report.Add(ContentFactIssues.UnusedInput, input.Origin.Path + ".id", input.Id);
        foreach (var criterion in logic.Criteria.Where(criterion => criterion.Id.Length > 0 && !read.Contains(criterion.Id)))
            report.Add(ContentFactIssues.UnusedCriterion, criterion.Origin.Path + ".id", criterion.Id);

        void Variables(string expression, string path)
        {
            foreach (var name in FhirPathVariables.In(expression).Where(name => !names.Contains(name)))
                report.Add(ContentFactIssues.UnknownVariable, path, name, Nearest.Hint(name, names));
        }
    }

    private static IEnumerable<string> Used(Guideline guideline) =>
    [
        .. guideline.Services.SelectMany(service => service.Criteria),
        .. guideline.Recommendations.SelectMany(recommendation => recommendation.Exceptions).Select(exception => exception.Criterion).OfType<string>(),
        .. guideline.Considerations.Select(consideration => consideration.Criterion).OfType<string>(),
    ];

    /// <summary>Walks from each criterion to those it reads; coming back to one on the way is a circle, told once.</summary>
    private static void Circles(IReadOnlyList<Criterion> criteria, Report report)
    {
        var byId = criteria.GroupBy(criterion => criterion.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var criterion in criteria)
            Walk(criterion, []);

        void Walk(Criterion criterion, List<string> way)
        {
            if (way.IndexOf(criterion.Id) is var start and >= 0)
            {
                report.Add(ContentFactIssues.CyclicCriteria, byId[way[start]].Origin.Path + ".expression", string.Join(" → ", way[start..].Append(criterion.Id)));
                return;
            }

            if (!done.Add(criterion.Id))
                return;
            way.Add(criterion.Id);
            foreach (var next in criterion.ReadsCriteria)
                Walk(byId[next], way);
            way.RemoveAt(way.Count - 1);
        }
    }
}
