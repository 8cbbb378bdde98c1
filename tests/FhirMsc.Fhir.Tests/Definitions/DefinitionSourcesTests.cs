using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Definitions;

public class DefinitionSourcesTests
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    [Fact]
    public void The_first_source_that_has_a_definition_gives_it()
    {
        var sources = new DefinitionSources(Source(("http://a", "1"), ("http://b", "1")), Source(("http://a", "2"), ("http://c", "1")), FhirModel.For(FhirRelease.R4));

        Assert.Equal("1", sources.FindStructure("http://a")!.Version);
        Assert.Equal("2", sources.FindStructure("http://a|2")!.Version);
        Assert.NotNull(sources.FindStructure("http://c"));
        Assert.NotNull(sources.FindStructure(Core + "Patient"));
        Assert.NotNull(sources.FindValueSet("http://hl7.org/fhir/ValueSet/observation-status"));
        Assert.NotNull(sources.FindCodeSystem("http://hl7.org/fhir/observation-status"));
        Assert.Null(sources.FindStructure("http://d"));
    }

    [Theory]
    [InlineData("cqf-strengthOfRecommendation")]
    [InlineData("artifact-comment")]
    [InlineData("workflow-reason")]
    public void An_extension_of_the_extensions_package_goes_before_cores(string name)
    {
        var sources = new DefinitionSources(Source((Core + name, "4.0.1")), Source((Core + name, "5.3.0")));

        Assert.Equal("5.3.0", sources.FindStructure(Core + name)!.Version);
        Assert.Equal("4.0.1", sources.FindStructure($"{Core}{name}|4.0.1")!.Version);
    }

    [Fact]
    public void Other_extensions_of_core_stay() =>
        Assert.Equal("4.0.1", new DefinitionSources(Source((Core + "patient-birthPlace", "4.0.1")), Source((Core + "patient-birthPlace", "5.3.0"))).FindStructure(Core + "patient-birthPlace")!.Version);

    [Fact]
    public void Core_alone_is_better_than_nothing() => Assert.Equal("4.0.1", new DefinitionSources(Source((Core + "cqf-x", "4.0.1"))).FindStructure(Core + "cqf-x")!.Version);

    [Fact]
    public void A_core_package_on_top_of_the_release_that_is_built_in_does_not_bring_the_old_extension_back()
    {
        var sources = new DefinitionSources(Source((Core + "cqf-strengthOfRecommendation", "4.0.1")), FhirModel.For(FhirRelease.R4));

        Assert.NotEqual("4.0.1", sources.FindStructure(Core + "cqf-strengthOfRecommendation")!.Version);
    }

    private static ResourceDefinitions Source(params (string Url, string Version)[] structures) => new(structures.Select(structure => JsonParser.Parse($$"""
        {"resourceType":"StructureDefinition","url":"{{structure.Url}}","version":"{{structure.Version}}","name":"X","status":"active","kind":"complex-type","abstract":false,"type":"Extension"}
        """).Tree!.Root));
}
