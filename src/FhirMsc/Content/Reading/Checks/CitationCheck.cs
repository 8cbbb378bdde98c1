using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Every citation has its reference, and every reference is cited.</summary>
internal sealed class CitationCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var labels = guideline.References.Select(reference => reference.Label).ToHashSet(StringComparer.Ordinal);
        var cited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (label, path) in Citations(guideline).Where(citation => citation.Label.Length > 0))
        {
            cited.Add(label);
            if (!labels.Contains(label))
                report.Add(ContentFactIssues.UnknownReference, path, label, Nearest.Hint(label, labels));
        }

        foreach (var reference in guideline.References.Where(reference => reference.Label.Length > 0 && !cited.Contains(reference.Label)))
            report.Add(ContentFactIssues.UncitedReference, reference.Origin.Path + ".label", reference.Label);
    }

    private static IEnumerable<(string Label, string Path)> Citations(Guideline guideline) =>
    [
        .. guideline.Recommendations.SelectMany(fact => Listed(fact.Cites, fact.Origin.Path)),
        .. guideline.Background.SelectMany(fact => Listed(fact.Cites, fact.Origin.Path)),
        .. guideline.AdverseEffects.SelectMany(fact => Listed(fact.Cites, fact.Origin.Path)),
        .. guideline.Considerations.SelectMany(fact => Listed(fact.Cites, fact.Origin.Path)),
        .. guideline.Studies.Select(study => (study.Reference, study.Origin.Path + ".reference")),
        .. guideline.Studies.SelectMany(study => study.Outcomes).SelectMany(fact => Listed(fact.Cites, fact.Origin.Path)),
    ];

    private static IEnumerable<(string Label, string Path)> Listed(IReadOnlyList<string> cites, string path) =>
        cites.Select((label, index) => (label, Yaml.KeyPath.Item(path + ".cites", index)));
}
