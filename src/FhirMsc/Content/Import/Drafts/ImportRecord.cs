using FhirMsc.Content.Import.Reviews;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>The record of an import in a content file: no content itself, but as long as it has open points the content is a draft.</summary>
internal static class ImportRecord
{
    /// <summary>The content without the record. Points that no person has settled are an error: nothing unreviewed is generated.</summary>
    public static SourceNode Take(SourceNode root, Report report)
    {
        if (root is not SourceMap map || map.Entries.All(entry => entry.Key != Draft.Key))
            return root;
        var open = DraftReader.Of(map) is DraftMap draft ? Review.Of(new Draft(draft)).OpenQuestions().Count : 0;
        if (open > 0)
            report.Add(ImportIssues.Unreviewed, Draft.Key, open);
        return map with { Entries = [.. map.Entries.Where(entry => entry.Key != Draft.Key)] };
    }
}
