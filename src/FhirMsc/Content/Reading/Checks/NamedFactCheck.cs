using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Defects and recommendations name facts that are there.</summary>
internal sealed class NamedFactCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var facts = FactIndex.Of(guideline).Select(fact => fact.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var defect in guideline.Defects)
            Known(defect.Concerns, defect.Origin.Path + ".concerns", facts, report);
        foreach (var recommendation in guideline.Recommendations)
        {
            Known(recommendation.RestsOn, recommendation.Origin.Path + ".restsOn", facts, report);
            var others = guideline.Recommendations.Select(other => other.Id).Where(id => id != recommendation.Id).ToList();
            if (recommendation.Restates is { } restated && !others.Contains(restated))
                report.Add(ContentFactIssues.UnknownRecommendation, recommendation.Origin.Path + ".restates", restated, Nearest.Hint(restated, others));
        }
    }

    private static void Known(IReadOnlyList<string> names, string path, HashSet<string> facts, Report report)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!facts.Contains(names[i]))
                report.Add(ContentFactIssues.UnknownFact, KeyPath.Item(path, i), names[i], Nearest.Hint(names[i], facts));
        }
    }
}
