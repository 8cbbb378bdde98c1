namespace FhirMsc.Fhir.Tests.Validation.Bundles;

public class BundleRuleTests
{
    private const string Patient = """{"resourceType":"Patient","id":"1"}""";

    [Theory]
    [InlineData("""{"type":"collection","entry":[{"fullUrl":"http://example.org/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1"}}]}""")]
    [InlineData("""{"type":"collection","entry":[{"fullUrl":"urn:uuid:2b90dd2b-2dab-4c75-9bb9-a355e07401e8","resource":{"resourceType":"Patient","id":"1"}}]}""")]
    [InlineData("""{"type":"transaction","entry":[{"resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"}}]}""")]
    [InlineData("""{"type":"transaction","entry":[{"resource":{"resourceType":"Patient"},"request":{"method":"PUT","url":"Patient?identifier=x"}}]}""")]
    [InlineData("""{"type":"batch","entry":[{"resource":{"resourceType":"Parameters"},"request":{"method":"POST","url":"ValueSet/$lookup"}}]}""")]
    [InlineData("""{"type":"searchset","link":[{"relation":"self","url":"http://example.org/fhir/Patient?name=x"}],"entry":[{"fullUrl":"http://example.org/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1"},"search":{"mode":"match"}},{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational"}]},"search":{"mode":"outcome"}}]}""")]
    public void Accepts(string bundle) => Assert.Empty(Find(bundle));

    [Theory]
    [InlineData("""{"type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"1"}}]}""", "bundle-no-full-url @ Bundle.entry[0]")]
    [InlineData("""{"type":"collection","entry":[{"fullUrl":"Patient/1","resource":{"resourceType":"Patient","id":"1"}}]}""", "bundle-relative-full-url @ Bundle.entry[0].fullUrl")]
    [InlineData("""{"type":"collection","entry":[{"fullUrl":"http://example.org/Patient/2","resource":{"resourceType":"Patient","id":"1"}}]}""", "bundle-other-full-url @ Bundle.entry[0].fullUrl")]
    [InlineData("""{"type":"collection","entry":[{"fullUrl":"http://example.org/Group/1","resource":{"resourceType":"Patient","id":"1"}}]}""", "bundle-other-full-url @ Bundle.entry[0].fullUrl")]
    [InlineData("""{"type":"transaction","entry":[{"resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Group"}}]}""", "bundle-request-type @ Bundle.entry[0].request.url")]
    [InlineData("""{"type":"transaction","entry":[{"resource":{"resourceType":"Patient","id":"1"},"request":{"method":"PUT","url":"Patient/2"}}]}""", "bundle-request-id @ Bundle.entry[0].request.url")]
    [InlineData("""{"type":"transaction","entry":[{"request":{"method":"POST","url":"Patient"}}]}""", "bundle-request-body @ Bundle.entry[0]")]
    [InlineData("""{"type":"searchset","link":[{"relation":"self","url":"Patient?name=x"}],"entry":[{"fullUrl":"urn:uuid:2b90dd2b-2dab-4c75-9bb9-a355e07401e8","resource":{"resourceType":"Patient"},"search":{"mode":"match"}}]}""", "bundle-search-id @ Bundle.entry[0].resource")]
    [InlineData("""{"type":"searchset","link":[{"relation":"self","url":"?_type=Group,List"}],"entry":[{"fullUrl":"http://example.org/Patient/1","resource":{"resourceType":"Patient","id":"1"},"search":{"mode":"match"}}]}""", "bundle-search-type @ Bundle.entry[0].resource")]
    [InlineData("""{"type":"searchset","link":[{"relation":"self","url":"Patient"}],"entry":[{"fullUrl":"http://example.org/Patient/1","resource":{"resourceType":"Patient","id":"1"},"search":{"mode":"outcome"}}]}""", "bundle-search-outcome @ Bundle.entry[0].resource")]
    [InlineData("""{"type":"searchset"}""", "bundle-no-self-link @ Bundle")]
    public void Rejects(string bundle, string finding) => Assert.Equal([finding], Find(bundle));

    [Fact]
    public void A_document_carries_what_its_composition_refers_to() =>
        Assert.Equal(
            ["bundle-missing-target @ Bundle.entry[0].resource.section[0].entry[0]"],
            Find(Document("http://example.org/Composition/1", """{"fullUrl":"http://example.org/Patient/1","resource":{"resourceType":"Patient","id":"1"}}""", "Observation/9")));

    [Fact]
    public void A_relative_reference_leads_nowhere_from_an_urn() =>
        Assert.Equal(
            ["bundle-match-by-id @ Bundle.entry[0].resource.subject", "bundle-missing-target @ Bundle.entry[0].resource.subject", "bundle-unreachable @ Bundle.entry[1]"],
            Find(Document("urn:uuid:30551ce1-5a28-4356-b684-1e639094ad4d", """{"fullUrl":"urn:uuid:2b90dd2b-2dab-4c75-9bb9-a355e07401e8","resource":{"resourceType":"Patient","id":"1"}}""")));

    [Fact]
    public void A_document_has_no_entry_that_nothing_connects() =>
        Assert.Equal(
            ["bundle-unreachable @ Bundle.entry[2]"],
            Find(Document("http://example.org/Composition/1", """{"fullUrl":"http://example.org/Patient/1","resource":{"resourceType":"Patient","id":"1"}},{"fullUrl":"http://example.org/Patient/2","resource":{"resourceType":"Patient","id":"2"}}""")));

    [Fact]
    public void An_entry_that_only_refers_to_others_is_a_warning() =>
        Assert.Equal(
            ["bundle-only-backward @ Bundle.entry[2]"],
            Find(Document("http://example.org/Composition/1", """{"fullUrl":"http://example.org/Patient/1","resource":{"resourceType":"Patient","id":"1"}},{"fullUrl":"http://example.org/List/2","resource":{"resourceType":"List","id":"2","status":"current","mode":"working","subject":{"reference":"Patient/1"}}}""")));

    [Theory]
    [InlineData("Patient/1/_history/2", null)]
    [InlineData("Patient/1/_history/3", "bundle-other-version @ Bundle.entry[0].resource.subject")]
    [InlineData("Patient/1", "bundle-ambiguous-reference @ Bundle.entry[0].resource.subject")]
    [InlineData("http://example.org/Patient/1/_history/1", null)]
    [InlineData("urn:uuid:00000000-0000-4000-8000-000000000000", "bundle-missing-urn @ Bundle.entry[0].resource.subject")]
    public void References_find_the_version_they_name(string reference, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            Find($$$$$$"""
                {"type":"collection","entry":[
                {"fullUrl":"http://example.org/List/1","resource":{"resourceType":"List","id":"1","status":"current","mode":"working","subject":{"reference":"{{{{{{reference}}}}}}"}}},
                {"fullUrl":"http://example.org/Patient/1","resource":{"resourceType":"Patient","id":"1","meta":{"versionId":"1"}}},
                {"fullUrl":"http://example.org/Patient/1","resource":{"resourceType":"Patient","id":"1","meta":{"versionId":"2"}}}]}
                """));

    [Fact]
    public void A_reference_does_not_take_the_uuid_of_another_type() =>
        Assert.Equal(
            ["bundle-other-type @ Bundle.entry[0].resource.subject"],
            Find("""{"type":"collection","entry":[{"fullUrl":"urn:uuid:54fc3e09-e279-4b74-a8ff-2649ec968642","resource":{"resourceType":"List","status":"current","mode":"working","subject":{"reference":"Group/5d9588d8-3cd6-4b32-8fb7-ad13694e069d"}}},{"fullUrl":"urn:uuid:5d9588d8-3cd6-4b32-8fb7-ad13694e069d","resource":{"resourceType":"Patient"}}]}"""));

    [Fact]
    public void A_relative_reference_needs_the_full_url_of_its_entry() =>
        Assert.Equal(
            ["bundle-no-full-url @ Bundle.entry[0]", "bundle-no-base @ Bundle.entry[0].resource.subject"],
            Find($$$$$$"""{"type":"collection","entry":[{"resource":{"resourceType":"List","id":"1","status":"current","mode":"working","subject":{"reference":"Patient/1"}}},{"fullUrl":"http://example.org/Patient/1","resource":{{{{{{Patient}}}}}}}]}"""));

    private static string Document(string compositionUrl, string entries, string? sectionEntry = null)
    {
        var section = sectionEntry is null ? string.Empty : $$$""","section":[{"title":"x","entry":[{"reference":"{{{sectionEntry}}}"}]}]""";
        return $$$$$$"""
            {"type":"document","identifier":{"system":"urn:ietf:rfc:3986","value":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"},"timestamp":"2024-01-01T00:00:00Z","entry":[
            {"fullUrl":"{{{{{{compositionUrl}}}}}}","resource":{"resourceType":"Composition","id":"1","status":"final","type":{"text":"x"},"subject":{"reference":"Patient/1"},"date":"2024-01-01","author":[{"display":"x"}],"title":"x"{{{{{{section}}}}}}}},
            {{{{{{entries}}}}}}]}
            """;
    }

    private static string[] Find(string bundle) => Findings.Of("bundle-", bundle.Trim().Insert(1, "\"resourceType\":\"Bundle\","));
}
