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

    private static SearchIndex Index(FhirRelease release)
    {
        var json = Encoding.UTF8.GetBytes(Json);
        var artifact = new Artifact { ResourceType = "Library", Id = "a", Url = null, Version = null, FullUrl = "urn:uuid:7e2b9c3a-6f0c-4a3e-9a40-0d8f3c1f3a11", Json = json, Tree = JsonParser.Parse(json).Tree!, Origins = new Dictionary<string, Origin>() };
        return new SearchIndex(new Catalog(new ValidatedArtifacts(new ArtifactSet("test", release, [artifact]))), DateTimeOffset.UnixEpoch);
    }
}
