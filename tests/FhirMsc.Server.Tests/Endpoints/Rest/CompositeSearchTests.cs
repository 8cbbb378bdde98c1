using System.Text;
using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Searching;
using Origin = FhirMsc.Content.Tracing.Origin;

namespace FhirMsc.Server.Tests.Endpoints.Rest;

/// <summary>Composite parameters over a library with two contexts, one a code and one a quantity and a code.</summary>
public class CompositeSearchTests
{
    private const string Json = """
        {"resourceType":"Library","id":"a","status":"active","type":{"coding":[{"code":"logic-library"}]},"useContext":[
         {"code":{"system":"http://terminology.hl7.org/CodeSystem/usage-context-type","code":"focus"},"valueCodeableConcept":{"coding":[{"system":"http://example.org/s","code":"A"}]}},
         {"code":{"code":"program"},"valueCodeableConcept":{"coding":[{"code":"B"}]}},
         {"code":{"code":"age"},"valueRange":{"low":{"value":18,"system":"http://unitsofmeasure.org","code":"a"}}}]}
        """;

    private const string Study = """
        {"resourceType":"ResearchStudy","id":"a","status":"active","progressStatus":[
         {"state":{"coding":[{"system":"http://hl7.org/fhir/research-study-status","code":"active"}]},"actual":true,"period":{"start":"2020-03-01","end":"2020-12-31"}},
         {"state":{"coding":[{"system":"http://hl7.org/fhir/research-study-status","code":"completed"}]},"actual":false,"period":{"start":"2021-01-01"}}]}
        """;

    [Theory]
    [InlineData("context-type-value", "focus$A", 1)]
    [InlineData("context-type-value", "http://terminology.hl7.org/CodeSystem/usage-context-type|focus$http://example.org/s|A", 1)]
    [InlineData("context-type-value", "program$B", 1)]
    [InlineData("context-type-value", "focus$B", 0)]
    [InlineData("context-type-value", "program$A", 0)]
    [InlineData("context-type-value", "focus$B,program$B", 1)]
    [InlineData("context-type-quantity", "age$ge18|http://unitsofmeasure.org|a", 1)]
    [InlineData("context-type-quantity", "age$lt18", 0)]
    [InlineData("context-type-quantity", "focus$gt18", 0)]
    public void One_element_must_meet_all_parts(string name, string value, int count)
    {
        foreach (var release in FhirRelease.All)
        {
            var index = Index(release);
            var (request, issues) = index.Read("Library", [new(name, value)], false, "http://localhost/fhir");

            Assert.Empty(issues);
            Assert.Equal(count, index.Search(request).Total);
        }
    }

    /// <summary>R5 names parts of these three that it does not define; they are compared as their elements' types are.</summary>
    [Theory]
    [InlineData("progress-status-state-actual", "active$true", 1)]
    [InlineData("progress-status-state-actual", "active$false", 0)]
    [InlineData("progress-status-state-actual", "completed$true", 0)]
    [InlineData("progress-status-state-period", "http://hl7.org/fhir/research-study-status|active$2020", 1)]
    [InlineData("progress-status-state-period", "active$ge2021", 0)]
    [InlineData("progress-status-state-period", "completed$ge2021", 1)]
    [InlineData("progress-status-state-period-actual", "active$lt2021$true", 1)]
    [InlineData("progress-status-state-period-actual", "active$lt2021$false", 0)]
    [InlineData("progress-status-state-period-actual", "completed$sa2020$false", 1)]
    public void The_state_of_a_study_is_found_with_its_time(string name, string value, int count)
    {
        var index = Index(FhirRelease.R5, "ResearchStudy", Study);
        var (request, issues) = index.Read("ResearchStudy", [new(name, value)], false, "http://localhost/fhir");

        Assert.Empty(issues);
        Assert.Equal(count, index.Search(request).Total);
    }

    [Theory]
    [InlineData("active")]
    [InlineData("active$someday")]
    [InlineData("active$2020$true")]
    public void Values_that_do_not_fit_the_parts_are_refused(string value)
    {
        var (_, issues) = Index(FhirRelease.R5, "ResearchStudy", Study).Read("ResearchStudy", [new("progress-status-state-period", value)], false, "http://localhost/fhir");

        Assert.Single(issues);
    }

    private static SearchIndex Index(FhirRelease release, string type = "Library", string text = Json)
    {
        var json = Encoding.UTF8.GetBytes(text);
        var artifact = new Artifact { ResourceType = type, Id = "a", Url = null, Version = null, FullUrl = "urn:uuid:7e2b9c3a-6f0c-4a3e-9a40-0d8f3c1f3a11", Json = json, Tree = JsonParser.Parse(json).Tree!, Origins = new Dictionary<string, Origin>() };
        return new SearchIndex(new Catalog(new ValidatedArtifacts(new ArtifactSet("test", release, [artifact]))), DateTimeOffset.UnixEpoch);
    }
}
