using FhirMsc.Conformance;
using FhirMsc.Tests.Content;

namespace FhirMsc.Tests.Artifacts;

/// <summary>Another publisher, another rating scheme, a recommendation for, no archive: nothing about any guideline is in the code.</summary>
public class SecondGuidelineTests
{
    [Fact]
    public void Passes_the_gate()
    {
        var findings = Gate.Check(SampleArtifacts.Set(Sample.Yaml)).Findings.Where(finding => finding.Counts).ToList();

        Assert.True(findings.Count == 0, string.Join('\n', findings.Select(finding => $"{finding.Resource} {finding.Issue}")));
    }

    [Fact]
    public void Has_its_own_ratings_and_direction()
    {
        var action = SampleArtifacts.Of(Sample.Yaml).Single(artifact => artifact.Reference == "PlanDefinition/velorimab-use").Root().At("action").Single();

        Assert.Equal("for", action.Extensions("cpg-directionOfRecommendation")[0].Text("valueCodeableConcept.coding.code"));
        Assert.Equal("https://example.org/fhir/velorimab/CodeSystem/category", action.Extensions("cqf-strengthOfRecommendation")[0].Text("valueCodeableConcept.coding.system"));
        Assert.Equal("4", action.Extensions("cqf-qualityOfEvidence")[0].Text("valueCodeableConcept.coding.code"));
    }

    [Fact]
    public void A_recommendation_for_forbids_nothing()
    {
        Assert.DoesNotContain(SampleArtifacts.Of(Sample.Yaml), artifact => artifact.Root().All().Any(node => node.Name == "doNotPerform"));
    }

    [Fact]
    public void A_page_that_is_kept_up_to_date_is_nowhere_called_archived_or_retired()
    {
        foreach (var artifact in SampleArtifacts.Of(Sample.Yaml))
        {
            var json = System.Text.Encoding.UTF8.GetString(artifact.Json.Span);

            Assert.DoesNotContain("archived", json, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("retired", json, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Knows_nothing_of_the_first()
    {
        foreach (var artifact in SampleArtifacts.Of(Sample.Yaml))
        {
            var json = System.Text.Encoding.UTF8.GetString(artifact.Json.Span);

            Assert.DoesNotContain("mesenchymal", json, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Institutes of Health", json, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("covid", json, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_named_reference_arm_is_coded_as_reference()
    {
        var roles = SampleArtifacts.Of(Sample.Yaml).Single(artifact => artifact.ResourceType == "Evidence").Root().Extensions("extension-Evidence.variableDefinition")
            .Select(variable => variable.Extensions("variableRole")[0].Text("valueCodeableConcept.coding.code"));

        Assert.Equal(["population", "exposure", "referenceExposure", "measuredVariable"], roles);
    }

    [Fact]
    public void Two_guidelines_share_a_directory_without_touching_each_other()
    {
        var names = Committed.Set.Artifacts.Concat(SampleArtifacts.Of(Sample.Yaml)).Select(artifact => artifact.FileName).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }
}
