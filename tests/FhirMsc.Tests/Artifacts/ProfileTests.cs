using FhirMsc.Conformance.Profiles;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Artifacts;

public class ProfileTests
{
    private const string Base = OwnDefinitions.Base;

    private static readonly string Folder = Path.Combine(Repository.Root, "fhir-resources", "profiles");

    public static TheoryData<string, string> Files { get; } = Rows();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_definition_is_good_and_named_after_itself(string release, string file)
    {
        var parsed = JsonParser.Parse(File.ReadAllBytes(Path.Combine(Folder, release.ToLowerInvariant(), file)), file);
        var root = parsed.Tree!.Root;
        var errors = new ResourceValidator(ValidationRules.For(FhirRelease.Find(release)!, [])).Validate(root).Where(issue => issue.IsError);

        Assert.Empty(parsed.Issues);
        Assert.Empty(errors);
        Assert.Equal($"StructureDefinition-{root.Text("id")}.json", file);
        Assert.Equal(Base + root.Text("id"), root.Text("url"));
        Assert.Equal(FhirRelease.Find(release)!.Version, root.Text("fhirVersion"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_program_carries_each_definition_with_its_snapshot(string release, string file)
    {
        var found = new OwnDefinitions(FhirRelease.Find(release)!).FindStructure(Base + file["StructureDefinition-".Length..^".json".Length]);

        Assert.NotNull(found?.Snapshot);
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Own_extensions_and_profiles_that_are_used_are_defined_and_those_that_are_defined_are_used(string release)
    {
        var folder = Path.Combine(Folder, release.ToLowerInvariant());
        var defined = Directory.EnumerateFiles(folder).Select(file => JsonParser.Parse(File.ReadAllBytes(file)).Tree!.Root.Text("url"));
        var nodes = Committed.For(release).Artifacts.SelectMany(artifact => artifact.Root().All()).ToList();
        var used = nodes.Where(node => node.Name == "url" && node.Parent.Name == "extension").Concat(nodes.Where(node => node.Name == "profile" && node.Parent.Name == "meta"))
            .Select(node => node.Text!).Where(url => url.StartsWith(Base, StringComparison.Ordinal)).Distinct();

        Assert.Equal(defined.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    private static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var release in FhirRelease.All.Select(release => release.Name))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, release.ToLowerInvariant()), "*.json").Order(StringComparer.Ordinal))
            {
                rows.Add(release, Path.GetFileName(file));
            }
        }

        return rows;
    }
}
