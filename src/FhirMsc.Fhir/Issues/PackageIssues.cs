namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a FHIR package before anybody looks into its resources.</summary>
public static class PackageIssues
{
    /// <summary>No such file or folder.</summary>
    public static readonly IssueKind NotFound = new("package-not-found", Severity.Fatal, "not-found", "There is no package at '{0}'.");

    /// <summary>Not an npm archive, or a damaged one.</summary>
    public static readonly IssueKind Archive = new("package-archive", Severity.Fatal, "structure", "'{0}' is no tar archive in gzip, or it is damaged. Fetch it again.");

    /// <summary>A path that leads out of the archive.</summary>
    public static readonly IssueKind Path = new("package-path", Severity.Fatal, "security", "'{0}' is refused: the path '{1}' leads out of the package or is no portable path.");

    /// <summary>A link.</summary>
    public static readonly IssueKind Link = new("package-link", Severity.Fatal, "security", "'{0}' is refused: '{1}' is a link. Packages hold plain files.");

    /// <summary>A device, a pipe or the like.</summary>
    public static readonly IssueKind EntryType = new("package-entry-type", Severity.Fatal, "security", "'{0}' is refused: '{1}' is no plain file but {2}.");

    /// <summary>Two files of one name.</summary>
    public static readonly IssueKind Duplicate = new("package-duplicate", Severity.Fatal, "security", "'{0}' is refused: it holds '{1}' more than once, so that readers may disagree on what it says.");

    /// <summary>A limit was passed.</summary>
    public static readonly IssueKind TooLarge = new("package-too-large", Severity.Fatal, "too-costly", "'{0}' is refused: {1} is above the limit of {2}.");

    /// <summary>No package.json.</summary>
    public static readonly IssueKind NoManifest = new("package-no-manifest", Severity.Fatal, "required", "'{0}' has no package/package.json, so it is no FHIR package.");

    /// <summary>An unusable package.json.</summary>
    public static readonly IssueKind Manifest = new("package-manifest", Severity.Fatal, "invalid", "The package.json of '{0}' cannot be used: {1}.");

    /// <summary>An unusable .index.json; the files themselves are looked at instead.</summary>
    public static readonly IssueKind Index = new("package-index", Severity.Warning, "invalid", "The .index.json of '{0}' is not well-formed JSON; its files were looked at one by one instead.");

    /// <summary>A file that cannot be read.</summary>
    public static readonly IssueKind File = new("package-file", Severity.Error, "structure", "In '{0}', the file '{1}' cannot be read as JSON, so what it defines is missing.");
}
