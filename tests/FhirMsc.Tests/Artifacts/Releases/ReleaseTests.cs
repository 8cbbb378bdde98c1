using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Tests.Artifacts.Releases;

public class ReleaseTests
{
    [Fact]
    public void Ids_are_equal_across_releases()
    {
        var r4 = Ids("R4").Select(reference => reference.Replace("Basic/", "Citation/", StringComparison.Ordinal));

        Assert.Equal(r4.Order(StringComparer.Ordinal), Ids("R4B").Order(StringComparer.Ordinal));
        Assert.Equal(Ids("R4B").Order(StringComparer.Ordinal), Ids("R5").Where(reference => !reference.StartsWith("ArtifactAssessment/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_lead_to_the_types_of_their_release()
    {
        Assert.DoesNotContain(References("R4"), reference => reference.StartsWith("Citation/", StringComparison.Ordinal));
        Assert.DoesNotContain(References("R4B").Concat(References("R5")), reference => reference.StartsWith("Basic/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("R4B")]
    [InlineData("R5")]
    public void Figures_are_native_and_keep_their_digits(string release)
    {
        var death = Find(release, "Evidence/nih-covid19-cell-therapy-chen-death");
        var time = Find(release, "Evidence/nih-covid19-cell-therapy-lanzoni-time-to-recovery");

        Assert.Equal(["17.6", "54.5", "-0.369", "0.324"], death.Texts("statistic.quantity.value"));
        Assert.Equal(["3", "24"], death.Texts("statistic.numberAffected"));
        Assert.Equal(["0.29"], time.Texts("statistic.quantity.value"));
        Assert.Equal(["0.09", "0.95"], time.Texts("statistic.attributeEstimate.range.low.value").Concat(time.Texts("statistic.attributeEstimate.range.high.value")));
        Assert.DoesNotContain("referenceExposure", time.Texts("variableDefinition.variableRole.coding.code"));
        Assert.Empty(death.Extensions("extension-Evidence.statistic"));
    }

    [Fact]
    public void Citations_have_the_shape_of_their_release()
    {
        var r4B = Find("R4B", "Citation/nih-covid19-cell-therapy-reference-8");
        var r5 = Find("R5", "Citation/nih-covid19-cell-therapy-reference-8");

        Assert.Equal(["11"], r4B.Texts("citedArtifact.publicationForm.periodicRelease.volume"));
        Assert.Equal(["2020"], r4B.Texts("citedArtifact.publicationForm.periodicRelease.dateOfPublication.year"));
        Assert.Equal(["11"], r5.Texts("citedArtifact.publicationForm.volume"));
        Assert.Equal(["2020"], r5.Texts("citedArtifact.publicationForm.articleDate"));
        Assert.All(r4B.Texts("citedArtifact.title.type.coding.system"), system => Assert.StartsWith("http://terminology.hl7.org/", system));
        Assert.All(r5.Texts("citedArtifact.title.type.coding.system"), system => Assert.StartsWith("http://hl7.org/fhir/", system));
        Assert.Equal("archived", Find("R5", "Citation/nih-covid19-cell-therapy-source").Text("citedArtifact.currentState.coding.code"));
    }

    [Fact]
    public void R5_has_the_rating_as_an_assessment_of_the_plan()
    {
        foreach (var recommendation in Committed.Guideline.Recommendations)
        {
            var assessment = Find("R5", $"ArtifactAssessment/nih-covid19-cell-therapy-{recommendation.Id}");

            Assert.Equal(["against", "A", "strong", "IIb"], assessment.Texts("content.component.classifier.coding.code"));
            Assert.EndsWith($"/PlanDefinition/nih-covid19-cell-therapy-{recommendation.Id}|{Committed.Guideline.Version}", assessment.Text("artifactCanonical"));
            Assert.Contains(recommendation.Quotation.Trim(), assessment.Texts("content.summary"));
        }
    }

    [Fact]
    public void R5_has_no_addresses_outside_of_documents()
    {
        var related = Committed.For("R5").Artifacts.SelectMany(artifact => artifact.Root().At("relatedArtifact")).ToList();

        Assert.NotEmpty(related);
        Assert.All(related, each => Assert.Empty(each.At("url")));
        Assert.Contains(related, each => each.Texts("document.url").Any());
    }

    [Fact]
    public void R5_maps_say_relationships()
    {
        var map = Find("R5", "ConceptMap/fhirmsc-nih-recommendation-strength-map");

        Assert.Contains("equivalent", map.Texts("group.element.target.relationship"));
        Assert.EndsWith("|2021-02", map.Text("group.source"));
    }

    [Theory]
    [InlineData("R4", "4.0.1")]
    [InlineData("R4B", "4.3.0")]
    [InlineData("R5", "5.0.0")]
    public void The_guide_names_the_package_and_lists_everything_else(string release, string version)
    {
        var guide = Find(release, "ImplementationGuide/nih-covid19-cell-therapy");

        Assert.Equal($"fhirmsc.nih-covid19-cell-therapy.{release.ToLowerInvariant()}", guide.Text("packageId"));
        Assert.Equal([version], guide.Texts("fhirVersion"));
        Assert.Equal(Ids(release).Where(id => !id.StartsWith("ImplementationGuide/", StringComparison.Ordinal)), guide.Texts("definition.resource.reference.reference"));
    }

    [Theory]
    [InlineData("R4")]
    [InlineData("R4B")]
    [InlineData("R5")]
    public void A_version_that_succeeds_another_says_so_and_passes_the_gate(string release)
    {
        var guideline = Committed.Guideline with { Replaces = "0.9.0" };

        var set = ArtifactGenerator.Generate(guideline, FhirRelease.Find(release)!);
        var strategy = set.Artifacts.Single(artifact => artifact.Reference == "PlanDefinition/nih-covid19-cell-therapy").Root();

        Assert.Equal(
            ["https://fhirmsc.example.org/fhir/nih-covid19-cell-therapy/PlanDefinition/nih-covid19-cell-therapy|0.9.0"],
            strategy.At("relatedArtifact").Where(related => related.Texts("type").Contains("predecessor")).SelectMany(related => related.Texts("resource")));
        Assert.NotNull(Gate.Check(set).Passed);
    }

    private static Node Find(string release, string reference) => Committed.For(release).Artifacts.Single(artifact => artifact.Reference == reference).Root();

    private static IEnumerable<string> Ids(string release) => Committed.For(release).Artifacts.Select(artifact => artifact.Reference);

    private static IEnumerable<string> References(string release) =>
        Committed.For(release).Artifacts.SelectMany(artifact => artifact.Root().All()).Where(node => node.Name == "reference" && node.HasValue).Select(node => node.Text!);
}
