using FhirMsc.Publishing.Ledger;

namespace FhirMsc.Cli;

/// <summary>Where a command finds guidelines and puts resources: the <c>fhir-resources</c> folder here or in a folder above, unless the options say otherwise.</summary>
/// <param name="Root">The <c>fhir-resources</c> folder.</param>
internal sealed record Workspace(string Root)
{
    private const string FolderName = "fhir-resources";

    /// <summary>Content files, in the order of their names.</summary>
    public IReadOnlyList<string> ContentFiles =>
        Directory.Exists(Path.Combine(Root, "content"))
            ? [.. Directory.EnumerateFiles(Path.Combine(Root, "content"), "*.yaml").Where(IsGuideline).Order(StringComparer.Ordinal).Select(Short)]
            : [];

    /// <summary>Files with decision cases, in the order of their names.</summary>
    public IReadOnlyList<string> CaseFiles =>
        Directory.Exists(Path.Combine(Root, "content"))
            ? [.. Directory.EnumerateFiles(Path.Combine(Root, "content"), "*.cases.yaml").Order(StringComparer.Ordinal).Select(Short)]
            : [];

    /// <summary>Folder of one release's resources, e.g. <c>fhir-resources/r4</c>.</summary>
    public string ReleaseFolder(string release) => Short(Path.Combine(Root, release.ToLowerInvariant()));

    /// <summary>Path of the ledger of released versions.</summary>
    public string LedgerFile => Short(Path.Combine(Root, ReleaseLedger.FileName));

    /// <summary>The ledger of released versions; empty if there is no file, <see langword="null"/> if the file is no ledger.</summary>
    public ReleaseLedger? Ledger => File.Exists(LedgerFile) ? ReleaseLedger.Read(File.ReadAllBytes(LedgerFile)) : ReleaseLedger.Empty;

    /// <summary>Finds the workspace.</summary>
    /// <param name="given">The folder as the user gave it; <see langword="null"/> to look for it.</param>
    /// <returns>The workspace, or <see langword="null"/> if there is none here or above.</returns>
    public static Workspace? Find(string? given)
    {
        if (given is not null)
        {
            return Directory.Exists(given) ? new Workspace(Path.GetFullPath(given)) : null;
        }

        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, FolderName);
            if (Directory.Exists(candidate))
            {
                return new Workspace(candidate);
            }
        }

        return null;
    }

    /// <summary>Decision cases lie beside the guidelines and are called <c>*.cases.yaml</c>.</summary>
    private static bool IsGuideline(string file) => !file.EndsWith(".cases.yaml", StringComparison.Ordinal);

    /// <summary>A path as the user would type it: relative where that is shorter.</summary>
    private static string Short(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.Length < path.Length ? relative : path;
    }
}
