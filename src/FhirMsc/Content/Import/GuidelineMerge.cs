using FhirMsc.Content.Import.Drafts;

namespace FhirMsc.Content.Import;

/// <summary>Merges a draft of a new version of a page into content that was reviewed.</summary>
public static class GuidelineMerge
{
    /// <summary>Merges.</summary>
    /// <param name="reviewed">The reviewed content, with or without the record of its import.</param>
    /// <param name="name">Its name for messages.</param>
    /// <param name="draft">The draft of the new version.</param>
    /// <param name="json">Whether the result is written as JSON.</param>
    public static MergeResult Merge(Stream reviewed, string name, string draft, bool json)
    {
        var (old, issues) = DraftReader.Read(reviewed, name);
        if (old is null)
            return new MergeResult { Issues = issues };
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(draft));
        var (fresh, problems) = DraftReader.Read(bytes, null);
        if (fresh is null)
            return new MergeResult { Issues = problems };
        var (merged, changes) = DraftMerge.Merge(new Draft(old), new Draft(fresh));
        return new MergeResult { Draft = json ? DraftWriter.Json(merged.Root) : DraftWriter.Yaml(merged.Root), Changes = changes, Issues = [] };
    }
}
