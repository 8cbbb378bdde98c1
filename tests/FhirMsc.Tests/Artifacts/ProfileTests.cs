using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Artifacts;

public class ProfileTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "fhir-resources", "profiles");

    private static readonly string[] Names = [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files { get; } = new(Names);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_definition_is_good_R4_and_named_after_itself(string file)
    {
        var parsed = JsonParser.Parse(File.ReadAllBytes(Path.Combine(Folder, file)), file);
        var root = parsed.Tree!.Root;

        Assert.Empty(parsed.Issues);
        Assert.Empty(new ResourceValidator(FhirModel.For(FhirRelease.R4)).Validate(root));
        Assert.Equal($"StructureDefinition-{root.Text("id")}.json", file);
        Assert.EndsWith($"/StructureDefinition/{root.Text("id")}", root.Text("url"));
    }

    [Fact]
    public void Own_extensions_that_are_used_are_defined_and_those_that_are_defined_are_used()
    {
        var defined = Names.Select(file => JsonParser.Parse(File.ReadAllBytes(Path.Combine(Folder, file))).Tree!.Root)
            .Where(root => root.Texts("type").Contains("Extension")).Select(root => root.Text("url"));
        var used = Committed.Set.Artifacts.SelectMany(artifact => artifact.Root().All()).Where(node => node.Name == "url" && node.Parent.Name == "extension")
            .Select(node => node.Text!).Where(url => url.StartsWith("https://fhirmsc.example.org/", StringComparison.Ordinal)).Distinct();

        Assert.Equal(defined.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }
}
