using System.Globalization;
using FhirMsc.Content.Import.Findings;
using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>References of a draft.</summary>
internal static class ReferenceDrafts
{
    private static readonly string[] Parts = ["title", "container", "year", "volume", "issue", "pages", "url", "pmid", "pmcid", "doi", "accessed"];

    /// <summary>The references.</summary>
    public static IEnumerable<DraftMap> Of(PageFindings findings, DraftBuilder draft)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var found in findings.References)
        {
            var label = found.Label;
            for (var i = 'a'; !labels.Add(label) && i <= 'z'; i++)
                label = $"{found.Label}{i}";
            var path = "references/" + label;
            draft.From(path + "/printed", found.Span, "references/item", found.Number is null ? 85 : 97);
            var map = new DraftMap().Set("label", label).Set("place", draft.Place(found.Span)).Set("kind", Kind(found));
            map.Set("authors", new DraftList(found.Authors.Select(author => new DraftText(author)))).Set("moreAuthors", found.MoreAuthors).Set("corporateAuthor", found is { Corporate: true, Authors.Count: > 0 });
            foreach (var part in Parts)
            {
                if (found.Parts.GetValueOrDefault(part) is { } value && Valid(part, value.Value))
                    map.Set(part, part == "year" ? new DraftText(draft.From($"{path}/{part}", value), bare: true) : new DraftText(draft.From($"{path}/{part}", value)));
                if (part == "pages")
                    map.Set("aheadOfPrint", found.AheadOfPrint);
            }

            yield return map.Set("printed", found.Printed);
        }
    }

    private static string Kind(FoundReference found) => found switch
    {
        { Preprint: true } => "preprint",
        { } when found["container"] is not null || found["pmid"] is not null => "journal-article",
        { } when found["url"] is not null => "webpage",
        _ => "other",
    };

    private static bool Valid(string part, string value) => part switch
    {
        "url" => Forms.IsUrl(value),
        "doi" => Forms.IsDoi(value),
        "pmid" => Forms.IsPmid(value),
        "pmcid" => Forms.IsPmcid(value),
        "year" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => true,
    };
}
