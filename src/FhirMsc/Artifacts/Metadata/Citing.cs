using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Content.Findings;
using FhirMsc.Content.Recommendations;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Metadata;

/// <summary>What artifacts cite: the guideline page and its references.</summary>
internal static class Citing
{
    /// <summary>The guideline page.</summary>
    public static Related Page(Frame frame)
    {
        var source = frame.Guideline.Source;
        var title = source.Title?.Printed ?? frame.Guideline.Title;
        return new Related("citation")
        {
            Label = "guideline",
            Display = title,
            Citation = source.Citation,
            Url = source.Url,
            Document = source.Url is null ? null : (title, source.LastUpdated?.Date),
            PublicationStatus = source.Archived is null ? null : "retired",
            PublicationDate = source.LastUpdated?.Date,
            Reference = $"{frame.Forms.CitationType}/{frame.Names.Source}",
            Origin = source.Origin,
        };
    }

    /// <summary>References, each once and in the order of the page.</summary>
    public static IEnumerable<Related> References(Frame frame, IEnumerable<string> labels)
    {
        var cited = labels.ToHashSet(StringComparer.Ordinal);
        return frame.Guideline.References.Where(reference => cited.Contains(reference.Label)).Select(reference => new Related("citation")
        {
            Label = reference.Label,
            Display = Words.ShortName(reference),
            Citation = reference.Printed,
            Url = reference.Url,
            Reference = $"{frame.Forms.CitationType}/{frame.Names.Of(reference)}",
            Origin = reference.Origin,
        });
    }

    /// <summary>Labels that a recommendation cites itself and through the facts that it rests on.</summary>
    public static IEnumerable<string> Labels(Frame frame, Recommendation recommendation) =>
        recommendation.Cites.Concat(recommendation.RestsOn.SelectMany(id => frame.Fact(id) switch
        {
            Study study => [study.Reference],
            BackgroundFact fact => fact.Cites,
            Outcome outcome => outcome.Cites,
            AdverseEffects effects => effects.Cites,
            Consideration consideration => consideration.Cites,
            _ => (IEnumerable<string>)[],
        }));
}
