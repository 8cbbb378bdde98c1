using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Snapshots;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Suites.Validation;

/// <summary>Validates the file of a check the way the check asks for.</summary>
internal sealed class CheckRunner(string folder)
{
    private static readonly FhirModel Model = FhirModel.For(FhirRelease.R4);
    private static readonly Lazy<List<FhirPackage>> Published = new(OpenPublished);
    private static readonly Lazy<PackageDefinitions> Terminology = new(() => new PackageDefinitions(Published.Value));

    private readonly SuiteFiles files = new(folder);

    /// <summary>A package that the check can't do without and that is not at hand; null if nothing is missing.</summary>
    public string? MissingPackage(ManifestCheck check) =>
        check.Packages.FirstOrDefault(package => files.Package(package) is null) is { } missing && (check.Profiles.Count == 0 || check.Profiles.Any(profile => Definitions(check).FindStructure(profile) is null)) ? missing : null;

    /// <summary>All issues of reading and validating.</summary>
    public IEnumerable<Issue> Run(ManifestCheck check)
    {
        var parsed = files.Read(check.File);
        if (parsed.Tree is not { } tree)
        {
            return parsed.Issues;
        }

        var definitions = Definitions(check);
        var settings = new ValidationSettings
        {
            Model = Model,
            Definitions = new SnapshotSource(definitions),
            Terminology = new TerminologyPort(new LocalTerminology(definitions)),
            References = new FileReferences(Resources(check), Published.Value),
            ReferenceChecking = check.Option("validateReference") switch
            {
                "CHECK_EXISTS_AND_TYPE" => ReferenceChecking.MustExist,
                // This policy came with the profile: the run without one followed no references.
                "CHECK_VALID" when check.Profiles.Count > 0 => ReferenceChecking.MustConform,
                _ => ReferenceChecking.WhereAtHand,
            },
            AssumesRestReferences = check.Option("assumeValidRestReferences") == "true",
            WrongDisplay = check.Option("wrong-displays") == "warning" ? Severity.Warning : Severity.Error,
            SecurityChecks = check.Option("security-checks") == "true" || check.Option("noHtmlInMarkdown") == "true",
            AllowsExamples = check.Option("examples") != "false",
            ToleratedExtensions = check.Option("allowed-extension-domain") is { } domain ? [domain] : [],
        };

        // What FHIR forbids in the JSON of resources is allowed in that of other protocols: null, and lists without items.
        var issues = tree.Root.ResourceType is null ? parsed.Issues.Where(issue => issue.Kind != JsonIssues.Null && issue.Kind != JsonIssues.EmptyArray) : parsed.Issues;
        return [.. issues, .. new ResourceValidator(settings).Validate(tree.Root, check.Profiles)];
    }

    /// <summary>The definitions of the release come first where packages on this machine, of all terminology, define the same.</summary>
    private DefinitionSources Definitions(ManifestCheck check) =>
        new([new ResourceDefinitions(Resources(check)), new PackageDefinitions(check.Packages.Select(files.Package).OfType<FhirPackage>()), Model, Terminology.Value]);

    private static List<FhirPackage> OpenPublished()
    {
        var cache = PackageCache.OfUser();
        var paths = new[] { ("hl7.terminology.r4", "7.0.1"), ("hl7.fhir.r4.examples", "4.0.1") }.Select(package => cache.Find(package.Item1, package.Item2)).OfType<string>();
        return [.. paths.Select(path => FhirPackage.Open(path).Package).OfType<FhirPackage>()];
    }

    private IEnumerable<Node> Resources(ManifestCheck check) => check.Supporting.Select(file => files.Read(file).Tree).OfType<NodeTree>().Select(tree => tree.Root);
}
