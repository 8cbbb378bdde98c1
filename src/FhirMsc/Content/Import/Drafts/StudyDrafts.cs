using System.Globalization;
using FhirMsc.Content.Import.Findings;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>Studies of a draft: design, size, groups and figures. Titles, findings and the group that a figure belongs to are the reviewer's.</summary>
internal static class StudyDrafts
{
    private static readonly string[] Measures = ["hazard-ratio", "relative-risk", "rate-ratio", "odds-ratio", "risk-difference", "mean-difference"];

    /// <summary>The studies.</summary>
    public static IEnumerable<DraftMap> Of(PageFindings findings, DraftBuilder draft)
    {
        var (ids, last) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var references = findings.References.GroupBy(reference => reference.Label, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var found in findings.Studies)
        {
            var reference = references.GetValueOrDefault(found.Reference);
            var name = reference is { Authors: [var author, ..], Corporate: false } ? author.Split(' ', ',')[0] : "study-" + found.Reference;
            var id = Identifier.Of(name, 30);
            for (var stem = id; !ids.Add(id);)
                id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{last[stem] = last.GetValueOrDefault(stem, 1) + 1}");
            yield return Study(found, id, reference is null ? name : $"{name} {reference["year"]}".Trim(), draft);
        }
    }

    private static DraftMap Study(FoundStudy found, string id, string label, DraftBuilder draft)
    {
        var path = "studies/" + id;
        draft.From(path + "/reference", found.Span, "studies/cited", 80);
        var design = new DraftMap().Set("studyType", found.StudyType);
        draft.From(path + "/design/allocation", found.Design.Span, found.Design.Rule, Math.Min(found.Design.Confidence, 85));
        design.Set("allocation", found.Design.Value switch { "randomized" => "randomized", "intended-randomized" => "intended-randomized", _ => "not-stated" });
        design.Set("masking", found.Masking is { } masking ? draft.From(path + "/design/masking", masking) : "not-stated").Set("place", draft.Place(found.Text.Span));
        var map = new DraftMap().Set("id", id).Set("label", label).Set("place", draft.Place(found.Span)).Set("reference", found.Reference).Set("design", design);
        map.Set("enrolled", found.Enrolled is { } enrolled ? draft.From(path + "/enrolled", enrolled) : null);
        map.Set("arms", new DraftList(found.Arms.Select((arm, i) => Arm(arm, i, path, draft))));
        return map.Set("outcomes", new DraftList(Outcomes(found, id, path, draft)));
    }

    private static DraftMap Arm((Sourced<int> Count, string Arm) arm, int index, string path, DraftBuilder draft)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"arm{index + 1}");
        return new DraftMap().Set("id", id).Set("intervention", arm.Arm).Set("count", draft.From($"{path}/arms/{id}/count", arm.Count)).Set("place", draft.Place(arm.Count.Span));
    }

    /// <summary>One outcome a sentence that has figures.</summary>
    private static IEnumerable<DraftMap> Outcomes(FoundStudy found, string study, string path, DraftBuilder draft)
    {
        var number = 0;
        foreach (var sentence in found.Counts.Select(count => count.SentenceSpan).Concat(found.Statistics.Select(statistic => statistic.SentenceSpan)).Distinct().OrderBy(span => span.Start))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{study}-o{++number}");
            var (counts, effects) = (found.Counts.Where(count => count.SentenceSpan == sentence && count.Count is not null).ToList(), found.Statistics.Where(statistic => statistic.SentenceSpan == sentence && Measures.Contains(statistic.Measure?.Value)).ToList());
            if (counts.Count + effects.Count == 0)
                continue;
            yield return new DraftMap().Set("id", id).Set("kind", effects.Count > 0 && counts.Count == 0 && effects[0].Measure!.Value == "mean-difference" ? "continuous" : counts.Count > 0 ? "dichotomous" : null).Set("place", draft.Place(sentence))
                .Set("results", new DraftList(counts.Select((count, i) => Result(count, $"{path}/outcomes/{id}/results/{i}", draft))))
                .Set("effects", new DraftList(effects.Select((effect, i) => Effect(effect, $"{path}/outcomes/{id}/effects/{i}", draft))));
        }
    }

    private static DraftMap Result(FoundCount count, string path, DraftBuilder draft)
    {
        draft.From(path + "/affected", count.Span, count.Rule, count.Confidence);
        return new DraftMap().Set("affected", count.Count).Set("of", count.Of).Set("percentage", count.Percent);
    }

    private static DraftMap Effect(FoundStatistic effect, string path, DraftBuilder draft)
    {
        draft.From(path + "/measure", effect.Measure!.Span, effect.Measure.Rule, effect.Measure.Confidence);
        draft.From(path + "/value", effect.Span, effect.Rule, effect.Confidence);
        return new DraftMap().Set("measure", effect.Measure.Value).Set("value", effect.Value).Set("pValue", effect.PValue)
            .Set("interval", new DraftMap().Set("level", effect.Level).Set("low", effect.Low).Set("high", effect.High));
    }
}
