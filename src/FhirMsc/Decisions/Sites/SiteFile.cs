using FhirMsc.Fhir.Issues;

namespace FhirMsc.Decisions.Sites;

/// <summary>A site's file as it stands there, before anything in it is judged.</summary>
/// <param name="Version">Its version; <see langword="null"/> if it has none.</param>
/// <param name="Entries">Its codes.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record SiteFile(string? Version, IReadOnlyList<SiteEntry> Entries, IReadOnlyList<SiteSetting> Settings)
{
    private static readonly string[] FileKeys = ["version", "site", "maps", "settings"];
    private static readonly string[] EntryKeys = ["system", "code", "display", "concept", "class", "licence"];

    /// <summary>Reports a key that the file or a line of it can't have: a slip of the pen must not lose codes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isEntry">Whether it stands in a line of <c>maps</c>.</param>
    /// <param name="path">Where, as a path of keys.</param>
    /// <param name="position">Where in the text.</param>
    /// <param name="issues">Takes what is wrong.</param>
    public static void CheckKey(string key, bool isEntry, string path, SourcePosition? position, List<Issue> issues)
    {
        var known = isEntry ? EntryKeys : FileKeys;
        if (!known.Contains(key))
        {
            issues.Add(SiteIssues.Key.At(path, position, key, string.Join(", ", known)));
        }
    }
}
