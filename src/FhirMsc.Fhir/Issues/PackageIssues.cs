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

    /// <summary>Two files whose names differ in case only.</summary>
    public static readonly IssueKind Case = new("package-case", Severity.Fatal, "security", "'{0}' is refused: '{1}' and another file differ in case only, so that on some systems one would overwrite the other.");

    /// <summary>A package that is needed and not here.</summary>
    public static readonly IssueKind Missing = new("package-missing", Severity.Error, "not-found", "The package {0}, which {1} needs, is not on this machine. Name a registry to fetch it from, or put its .tgz into '{2}'.");

    /// <summary>A version range of a form that is not read.</summary>
    public static readonly IssueKind Range = new("package-range", Severity.Error, "not-supported", "The version of {0}, as {1} needs it, cannot be read. Write a version (4.0.1), a series (4.0.x) or 'latest'.");

    /// <summary>Two packages need different versions of a third.</summary>
    public static readonly IssueKind Conflict = new("package-conflict", Severity.Warning, "conflict", "{2} needs {0} in version {1}, but {3} is used already, for a package nearer to those asked for. Ask for the version that you want.");

    /// <summary>An archive with another package in it.</summary>
    public static readonly IssueKind OtherPackage = new("package-other", Severity.Error, "conflict", "What should be the package {0} is {1}. Remove it and fetch it again.");

    /// <summary>An entry of the list of packages that cannot be used.</summary>
    public static readonly IssueKind Pin = new("package-pin", Severity.Error, "invalid", "The entry '{0}' cannot be used: each package needs a name and a version that occur together only once, and sha512 in the form sha512-BASE64.");

    /// <summary>Bytes that are not those of the list.</summary>
    public static readonly IssueKind Digest = new("package-digest", Severity.Error, "security", "The package {0} at '{1}' is not the one that is listed: its sha512 differs. Remove it and fetch it again.");

    /// <summary>No registry is configured.</summary>
    public static readonly IssueKind NoRegistry = new("package-no-registry", Severity.Error, "not-found", "No registry is configured to fetch packages from. Give --registry URL, set FHIRMSC_REGISTRY, or configure npm's registry.");

    /// <summary>An address that is none.</summary>
    public static readonly IssueKind RegistryAddress = new("package-registry-address", Severity.Error, "invalid", "'{0}' is no address of a registry. Give an absolute http or https URL.");

    /// <summary>The registry cannot be reached.</summary>
    public static readonly IssueKind Offline = new("package-offline", Severity.Error, "transient", "The registry {0} cannot be reached ({1}), so {2} was not fetched. Check the network, or put the .tgz files into the package folder.");

    /// <summary>The registry has no such package.</summary>
    public static readonly IssueKind NotInRegistry = new("package-not-in-registry", Severity.Error, "not-found", "The registry {0} has no {1}.");

    /// <summary>The registry answers with an error.</summary>
    public static readonly IssueKind RegistryError = new("package-registry-error", Severity.Error, "exception", "The registry {0} answered {1} to the request for {2}.");

    /// <summary>The registry's answer cannot be read.</summary>
    public static readonly IssueKind RegistryAnswer = new("package-registry-answer", Severity.Error, "structure", "What the registry {0} says of {1} cannot be used: {2}.");

    /// <summary>Bytes that are not those the registry announced.</summary>
    public static readonly IssueKind Integrity = new("package-integrity", Severity.Fatal, "security", "What came for the package {0} is not what the registry announced: its {1} differs. Nothing was kept.");
}
