using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Definitions;

public class PackedExtensionTests
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    public static TheoryData<string> Releases => [.. FhirRelease.All.Select(release => release.Name)];

    [Theory]
    [InlineData("cqf-strengthOfRecommendation")]
    [InlineData("cqf-qualityOfEvidence")]
    [InlineData("cqf-knowledgeCapability")]
    [InlineData("cqf-publicationStatus")]
    [InlineData("cqf-publicationDate")]
    [InlineData("cqf-fhirQueryPattern")]
    [InlineData("cqf-cdsHooksEndpoint")]
    [InlineData("artifact-citeAs")]
    [InlineData("artifact-versionPolicy")]
    [InlineData("artifact-publicationDate")]
    [InlineData("workflow-researchStudy")]
    public void Families_that_the_extensions_package_maintains_come_from_there_in_R4(string name)
    {
        var extension = FhirModel.For(FhirRelease.R4).FindStructure(Core + name);

        Assert.Equal("5.3.0-ballot-tc1", extension?.Version);
        Assert.True(extension?.IsExtension);
    }

    [Theory]
    [InlineData("variable")]
    [InlineData("data-absent-reason")]
    [InlineData("patient-birthPlace")]
    public void Other_extensions_of_R4_stay_those_of_the_core_package(string name) =>
        Assert.Equal("4.0.1", FhirModel.For(FhirRelease.R4).FindStructure(Core + name)?.Version);

    [Theory]
    [MemberData(nameof(Releases))]
    public void Strength_of_recommendation_belongs_on_an_action(string release)
    {
        var contexts = FhirModel.For(FhirRelease.Find(release)!).FindStructure(Core + "cqf-strengthOfRecommendation")!.Contexts;

        Assert.Contains(new ExtensionContext("element", "PlanDefinition.action"), contexts);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_extension_says_where_it_may_be_used_and_fixes_its_url(string release)
    {
        var model = FhirModel.For(FhirRelease.Find(release)!);
        var extensions = model.Structures.Where(s => s is { Type: "Extension", Derivation: StructureDerivation.Constraint }).Select(s => model.FindStructure(s.Url)!).ToList();

        Assert.InRange(extensions.Count, 600, 1000);
        Assert.All(extensions, extension =>
        {
            Assert.NotEmpty(extension.Contexts);
            Assert.Equal(extension.Url, extension.Snapshot!.First(element => element.Path == "Extension.url").Fixed?.Node.Text);
        });
    }
}
