using System.Globalization;
using FhirMsc.Content.Import.Findings;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>Recommendations and rating schemes of a draft.</summary>
internal static class RecommendationDrafts
{
    private const int MostRepetitions = 5;

    /// <summary>The schemes whose ratings stand on the page, with the levels the rule file knows. Verified is what the rule file says was compared with the publisher's text.</summary>
    public static IEnumerable<DraftMap> Schemes(PageFindings findings) =>
        from scheme in findings.Recommendations.Select(found => found.Rating?.Scheme).OfType<Scheme>().Distinct()
        select new DraftMap()
            .Set("id", scheme.Id).Set("title", scheme.Title).Set("version", "imported").Set("format", scheme.Format)
            .Set("definedInPage", new DraftText("false", bare: true))
            .Set("source", "The levels are those of the import's rule file. Compare them with the legend of the guideline before use." + (scheme.Checked.Count > 0 ? $" The names of {string.Join(" and ", scheme.Checked.Order(StringComparer.Ordinal))} were compared with: {scheme.Source}." : string.Empty))
            .Set("strength", Axis(scheme, scheme.Strength, "strength", "Strength of recommendation"))
            .Set("evidence", Axis(scheme, scheme.Evidence, "evidence", "Quality of evidence"));

    /// <summary>The recommendations.</summary>
    public static IEnumerable<DraftMap> Of(PageFindings findings, DraftBuilder draft)
    {
        var number = 0;
        var citing = findings.Citations.ToLookup(citation => citation.Block, ReferenceEqualityComparer.Instance);
        var destroyed = findings.Unread.Where(unread => unread.Rule.EndsWith("/markup", StringComparison.Ordinal)).ToList();
        foreach (var found in findings.Recommendations)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"r{++number}");
            var path = "recommendations/" + id;
            draft.From(path + "/quotation", found.Span, found.Rule, found.Confidence);
            var map = new DraftMap().Set("id", id).Set("place", draft.Place(found.Block, found.At)).Set("quotation", found.Quotation);
            map.Set("rating", found.Rating is { } rating ? Rating(rating, path, draft) : null);
            map.Set("unrated", found.Rating is null && !destroyed.Any(unread => found.Spans.Any(span => span.Overlaps(unread.Span))));
            map.Set("direction", found.Direction is { } direction ? draft.From(path + "/direction", direction) : null);
            map.Set("population", found.Population is { } population ? new DraftMap().Set("text", draft.From(path + "/population/text", population)) : null);
            map.Set("intervention", found.Intervention is { } intervention ? new DraftMap().Set("text", draft.From(path + "/intervention/text", intervention)) : null);
            map.Set("exceptions", new DraftList(found.Exceptions.Select((exception, i) => Exception(exception, id, i, path, draft))));
            map.Set("jurisdiction", found.Jurisdiction is { } country ? draft.From(path + "/jurisdiction", country) : null);
            map.Set("cites", new DraftList(citing[found.Block].Where(citation => found.Spans.Any(span => span.Overlaps(citation.Span))).SelectMany(citation => citation.Labels).Distinct().Select(label => new DraftText(label))));
            map.Set("notes", new DraftList(Notes(found, draft).Select(note => new DraftText(note))));
            yield return map;
        }
    }

    private static IEnumerable<string> Notes(FoundRecommendation found, DraftBuilder draft)
    {
        if (found.Number is { } printed)
            yield return $"Number {printed} on the page.";
        foreach (var note in found.Notes.Concat(found.AlsoAt.Take(MostRepetitions).Select(span => $"The page says it again at {draft.Place(span)}.")))
            yield return note;
        if (found.AlsoAt.Count > MostRepetitions)
            yield return string.Create(CultureInfo.InvariantCulture, $"The page says it {found.AlsoAt.Count - MostRepetitions} times more.");
    }

    private static DraftMap Rating(FoundRating rating, string path, DraftBuilder draft)
    {
        draft.From(path + "/rating/printed", rating.Span, rating.Rule, rating.Confidence);
        foreach (var axis in new[] { ("strength", rating.Strength), ("evidence", rating.Evidence) })
        {
            if (axis.Item2 is not null)
                draft.From($"{path}/rating/{axis.Item1}", rating.Span, rating.Rule, rating.Confidence);
        }

        return new DraftMap().Set("scheme", rating.Scheme.Id).Set("printed", rating.Printed).Set("strength", rating.Strength).Set("evidence", rating.Evidence);
    }

    private static DraftMap Exception(Sourced<string> exception, string recommendation, int index, string path, DraftBuilder draft)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{recommendation}-x{index + 1}");
        return new DraftMap().Set("id", id).Set("text", draft.From($"{path}/exceptions/{id}/text", exception));
    }

    private static DraftMap? Axis(Scheme scheme, SchemeAxis? axis, string name, string title) => axis is null ? null : new DraftMap()
        .Set("codeSystem", $"{scheme.Id}-{name}").Set("title", $"{title}: {scheme.Title}").Set("complete", true)
        .Set("levels", new DraftList(axis.Levels.Select(level => new DraftMap().Set("code", level.Key).Set("display", level.Value.Length == 0 ? level.Key : level.Value).Set("verified", new DraftText(scheme.Checked.Contains(name) ? "true" : "false", bare: true)))));
}
