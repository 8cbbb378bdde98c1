using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Xml;

namespace FhirMsc.Cli.Snapshots;

/// <summary>Opens what the words of <c>fhirmsc snapshot</c> name and collects what is wrong with it.</summary>
internal sealed class SnapshotInputs
{
    private readonly List<SnapshotFile> files = [];
    private readonly List<FhirPackage> packages = [];

    /// <summary>Why the command cannot run.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The files, in the order given.</summary>
    public IReadOnlyList<SnapshotFile> Files => files;

    /// <summary>Opens everything.</summary>
    public void Read(IEnumerable<string> names, IEnumerable<string> packageNames)
    {
        foreach (var name in names)
        {
            if (File.Exists(name))
            {
                ReadFile(name);
            }
            else
            {
                Problems.Add($"There is no file '{name}'.");
            }
        }

        var opened = new PackageOpener(Problems);
        packages.AddRange(packageNames.Select(opened.Open).OfType<FhirPackage>());
    }

    /// <summary>
    /// Everything that the files can build on. The core package of their release is preferred to the definitions that come with the library, because it has
    /// the texts that a snapshot should repeat.
    /// </summary>
    public SnapshotDefinitions Definitions(bool sort)
    {
        var release = files.Select(file => file.Structure.FhirVersion is { } version ? FhirRelease.Find(version) : null).FirstOrDefault(found => found is not null) ?? FhirRelease.R4;
        var name = release.Name.ToLowerInvariant();
        var core = new[] { $"hl7.fhir.{name}.core", $"hl7.fhir.{name}.examples" }.Select(package => PackageCache.OfUser().Find(package, release.Version)).FirstOrDefault(path => path is not null);
        if (core is not null && FhirPackage.Open(core).Package is { } opened)
        {
            packages.Add(opened);
        }

        return new SnapshotDefinitions(files, sort, [new PackageDefinitions(packages) { KeepSources = true }, FhirModel.For(release)]);
    }

    private void ReadFile(string name)
    {
        var bytes = File.ReadAllBytes(name);
        var parsed = name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? XmlParser.Parse(bytes, FhirModel.For(FhirRelease.R5), name) : JsonParser.Parse(bytes, name);
        List<Issue> issues = [.. parsed.Issues];
        if (parsed.Tree is { } tree && StructureDefinition.Read(tree.Root, issues, keepSources: true) is { } structure)
        {
            files.Add(new SnapshotFile(name, tree.Root, structure, issues));
        }
        else
        {
            Problems.AddRange(issues.Where(issue => issue.IsError).Select(issue => $"'{name}' is no StructureDefinition that can be used: {issue}"));
        }
    }
}
