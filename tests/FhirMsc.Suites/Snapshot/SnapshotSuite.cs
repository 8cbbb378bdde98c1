using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Snapshots;

namespace FhirMsc.Suites.Snapshot;

/// <summary>
/// Structures with a differential, and the snapshots they must get. The base definitions are those of the package that the case names if it is on this machine,
/// else those that come with the library.
/// </summary>
public sealed class SnapshotSuite : ISuite
{
    /// <inheritdoc/>
    public string Name => "snapshot";

    /// <inheritdoc/>
    public IEnumerable<CaseResult> Run(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var folder = Path.Combine(directory, Name);
        var manifest = JsonParser.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json"))).Tree!.Root;
        var bases = new Dictionary<string, IDefinitionSource>
        {
            ["4.0.1"] = Base(FhirRelease.R4, "hl7.fhir.r4.examples"),
            ["4.3.0"] = Base(FhirRelease.R4B, "hl7.fhir.r4b.core"),
        };
        return manifest.ChildrenNamed("tests").Select(test => CaseResult.Of(test.Child("name").Text!, Failure(new CaseFiles(Path.Combine(folder, "files")), test, bases[test.Child("baseVersion").Text!])));
    }

    private static IDefinitionSource Base(FhirRelease release, string package) =>
        PackageCache.OfUser().Find(package, release.Version) is { } path && FhirPackage.Open(path).Package is { } opened ? new PackageDefinitions(opened) : FhirModel.For(release);

    /// <summary>The expected results come from bases whose snapshots were generated, too: some files hold older ones, even of another release. A base that is the result of another case is taken as it is.</summary>
    private static StructureDefinition? Registered(CaseFiles files, string file, IDefinitionSource core, bool asIs) =>
        files.Read(file, []) is { Differential: not null } structure && !asIs && core.FindStructure(structure.BaseDefinition ?? string.Empty) is not null
            ? structure with { Snapshot = null }
            : files.Read(file, []);

    private static string? Failure(CaseFiles files, Node test, IDefinitionSource core)
    {
        List<Issue> issues = [];
        var input = files.Read(test.Child("input").Text!, issues);
        if (input is null)
        {
            return test.Child("expectFailure").Kind == NodeKind.True ? null : string.Join("; ", issues);
        }

        var registered = test.ChildrenNamed("register").Select(file => Registered(files, file.Text!, core, asIs: file.Text == test.Child("implicitBase").Text)).OfType<StructureDefinition>().ToList();
        if (test.Child("sort").Kind == NodeKind.True)
        {
            input = DifferentialOrder.Sort(input, new CaseDefinitions(registered, core));
        }

        if (test.Child("generate").Kind == NodeKind.False)
        {
            var sorted = files.Read(test.Child("expected").Text!, [])!;
            return sorted.Differential!.Select(element => element.Path).SequenceEqual(input.Differential!.Select(element => element.Path)) ? null : "The order differs.";
        }

        var result = new SnapshotGenerator(new CaseDefinitions(registered, core)).Generate(input);
        issues.AddRange(result.Issues);
        var errors = issues.Where(issue => issue.IsError).ToList();
        if (test.Child("expectFailure").Kind == NodeKind.True)
        {
            return errors.Count > 0 ? null : "An error is due.";
        }

        var expected = files.Read(test.Child("expected").Text!, [])!;
        var differences = result.Structure is null ? [] : SnapshotComparison.Differences(expected.Snapshot!, result.Structure.Snapshot!, versions: test.Child("baseVersion").Text != "4.0.1").ToList();
        var all = errors.Select(error => error.ToString()).Concat(differences).ToList();
        return all.Count == 0 ? null : $"{all.Count} differences: {string.Join(" ## ", all.Take(12))}";
    }
}
