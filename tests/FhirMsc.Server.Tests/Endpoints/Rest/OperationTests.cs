using System.Text;
using System.Text.Json;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;

namespace FhirMsc.Server.Tests.Endpoints.Rest;

public class OperationTests(RestServer server) : IClassFixture<RestServer>
{
    private const string Plan = "PlanDefinition/nih-covid19-cell-therapy-msc-panel";

    [Theory]
    [InlineData("r4", "CarePlan")]
    [InlineData("r4b", "CarePlan")]
    [InlineData("r5", "RequestOrchestration")]
    public async Task Applying_without_data_says_what_is_not_known(string release, string first)
    {
        var bundle = await server.GetAsync($"/fhir/{release}/{Plan}/$apply?subject=Patient/p1");

        var types = Types(bundle);
        Assert.Equal(first, types[0]);
        Assert.Contains("OperationOutcome", types);
    }

    [Fact]
    public async Task Applying_with_the_whole_record_leaves_nothing_open()
    {
        var bundle = await server.PostAsync($"/fhir/{Plan}/$apply", """
            {"resourceType":"Parameters","parameter":[{"name":"subject","valueString":"Patient/p1"},{"name":"isCompleteRecord","valueBoolean":true},
             {"name":"data","resource":{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p1","birthDate":"1970-01-01"}}]}}]}
            """);

        Assert.DoesNotContain("OperationOutcome", Types(bundle));
    }

    [Theory]
    [InlineData("r4")]
    [InlineData("r4b")]
    [InlineData("r5")]
    public async Task Data_in_XML_are_applied_as_those_in_JSON_are(string release)
    {
        const string Json = """
            {"resourceType":"Parameters","parameter":[{"name":"subject","valueString":"Patient/p1"},{"name":"data","resource":{"resourceType":"Bundle","type":"collection","entry":[
             {"resource":{"resourceType":"Patient","id":"p1","birthDate":"1970-01-01"}},
             {"resource":{"resourceType":"Condition","id":"c1","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
              "code":{"coding":[{"system":"http://snomed.info/sct","code":"840539006"}]},"subject":{"reference":"Patient/p1"}}}]}}]}
            """;
        var path = $"/fhir/{release}/{Plan}/$apply";
        var tree = JsonParser.Parse(Encoding.UTF8.GetBytes(Json)).Tree!;
        using var xml = new ByteArrayContent(FhirXmlWriter.Write(tree.Root, FhirModel.For(FhirRelease.Find(release.ToUpperInvariant())!), JsonForm.Compact).Utf8);
        xml.Headers.ContentType = new("application/fhir+xml");

        var fromJson = await server.PostAsync(path, Json);
        using var response = await server.Client.PostAsync(path, xml);
        var fromXml = await RestServer.ReadAsync(response, 200, "xml");

        Assert.Contains(Types(fromJson), type => type is "MedicationRequest" or "ServiceRequest");
        Assert.Equal(fromJson.GetRawText(), fromXml.GetRawText());
    }

    /// <summary>Each of these, taken as if it were not there, would give an answer that looks like one to what was meant.</summary>
    [Theory]
    [InlineData("?subject=Patient/p1&subject=Patient/p2", null, "'subject' may stand once")]
    [InlineData("?subject=Patient/p1&dataEndpoint=x", null, "'dataEndpoint'")]
    [InlineData("?subject=Patient/p1", """{"resourceType":"Patient","id":"p1"}""", "data as a Bundle")]
    [InlineData("?subject=Patient/p1", """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:x"}]}""", "data as a Bundle")]
    [InlineData("?subject=Patient/p1", """{"resourceType":"Bundle","type":"collection","entry":"x"}""", "data as a Bundle")]
    [InlineData("", """{"resourceType":"Parameters","parameter":[{"name":"subject","valueString":"Patient/p1"},{"name":"data","valueString":"x"}]}""", "data as a Bundle")]
    [InlineData("?subject=Patient/p1", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Condition","id":"a","subject":{"reference":"Patient/p2"}}}]}""", "1 of the resources in the data say that they belong to somebody else")]
    [InlineData("?subject=Patient/p1", """{"resourceType":"Bundle","type":"collection","type":"batch"}""", "'type' stands more than once")]
    public async Task What_cannot_be_taken_into_account_is_no_application(string query, string? body, string words)
    {
        var path = $"/fhir/{Plan}/$apply{query}";
        var outcome = body is null ? await server.GetAsync(path, 400) : await server.PostAsync(path, body, 400);

        Assert.Contains(words, outcome.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Patient/p2", outcome.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_lenient_may_send_what_is_not_understood()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/fhir/{Plan}/$apply?subject=Patient/p1&userType=x");
        request.Headers.Add("Prefer", "handling=lenient");
        using var response = await server.Client.SendAsync(request);

        await RestServer.ReadAsync(response, 200, "lenient");
    }

    [Fact]
    public async Task Applying_needs_a_patient() => await server.GetAsync($"/fhir/{Plan}/$apply", 400);

    [Theory]
    [InlineData("r4")]
    [InlineData("r4b")]
    [InlineData("r5")]
    public async Task Data_requirements_are_gathered(string release)
    {
        var library = await server.GetAsync($"/fhir/{release}/{Plan}/$data-requirements");

        Assert.Contains(library.GetProperty("dataRequirement").EnumerateArray(), requirement => requirement.GetProperty("type").GetString() == "Condition");
    }

    [Fact]
    public async Task A_package_holds_what_the_plan_refers_to()
    {
        var types = Types(await server.GetAsync($"/fhir/{Plan}/$package"));

        Assert.Equal("PlanDefinition", types[0]);
        Assert.Contains("Library", types);
        Assert.Contains("ActivityDefinition", types);
    }

    [Fact]
    public async Task Everything_is_taken_home_at_once()
    {
        var bundle = await server.GetAsync("/fhir/$bundle?type=batch");
        var lines = (await server.Client.GetStringAsync("/fhir/$bundle?_outputFormat=application/fhir%2Bndjson&_type=Library")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("PUT", bundle.GetProperty("entry")[0].GetProperty("request").GetProperty("method").GetString());
        Assert.All(lines, line => Assert.Equal("Library", JsonDocument.Parse(line).RootElement.GetProperty("resourceType").GetString()));
        Assert.NotEmpty(lines);
    }

    [Fact]
    public async Task Value_sets_are_expanded_page_by_page()
    {
        var all = (await server.GetAsync("/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/publication-status")).GetProperty("expansion");
        var page = (await server.GetAsync("/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/publication-status&count=1&offset=1")).GetProperty("expansion");
        var filtered = (await server.GetAsync("/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/publication-status&filter=ret")).GetProperty("expansion");

        Assert.Equal(4, all.GetProperty("total").GetInt32());
        Assert.Equal("active", Assert.Single(page.GetProperty("contains").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("retired", Assert.Single(filtered.GetProperty("contains").EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/publication-status&code=active", "true")]
    [InlineData("ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/publication-status&code=gone&system=http://hl7.org/fhir/publication-status", "false")]
    [InlineData("CodeSystem/$validate-code?url=http://hl7.org/fhir/publication-status&code=active", "true")]
    [InlineData("CodeSystem/fhirmsc-nih-recommendation-strength/$validate-code?code=A&display=Strong", "true")]
    [InlineData("CodeSystem/fhirmsc-nih-recommendation-strength/$validate-code?code=A&display=Weak", "false")]
    [InlineData("ConceptMap/fhirmsc-nih-evidence-rating-map/$translate?code=none&system=http://example.org", "false")]
    public async Task Codes_are_judged(string query, string result) =>
        Assert.Equal(result, (await server.GetAsync("/fhir/" + query)).GetProperty("parameter")[0].GetProperty("valueBoolean").GetRawText());

    [Theory]
    [InlineData("ValueSet/$expand?url=http://example.org/none", 404)]
    [InlineData("ValueSet/$expand", 400)]
    [InlineData("ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/publication-status", 400)]
    [InlineData("CodeSystem/$lookup?system=http://snomed.info/sct&code=1", 404)]
    [InlineData("ConceptMap/$translate?code=a&url=http://example.org/none", 404)]
    [InlineData("PlanDefinition/$everything", 404)]
    [InlineData("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/publication-status&count=few", 400)]
    [InlineData("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/publication-status&offset=-1", 400)]
    [InlineData("$bundle?_type=Library,Libary", 400)]
    [InlineData("$bundle?type=batch&_since=2020-01-01", 400)]
    [InlineData(Plan + "/$package?packageOnly=true", 400)]
    [InlineData(Plan + "/$validate?mode=delete", 400)]
    [InlineData("_search?_type=Library", 404)]
    public async Task What_is_not_known_is_refused(string query, int status) => await server.GetAsync("/fhir/" + query, status);

    [Fact]
    public async Task Codes_are_looked_up() =>
        Assert.Contains("\"valueString\":\"Active\"", (await server.GetAsync("/fhir/CodeSystem/$lookup?system=http://hl7.org/fhir/publication-status&code=active")).GetRawText(), StringComparison.Ordinal);

    [Fact]
    public async Task Codes_are_translated()
    {
        var map = (await server.GetAsync("/fhir/ConceptMap/fhirmsc-nih-recommendation-strength-map")).GetProperty("group")[0];
        var element = map.GetProperty("element")[0];
        var query = $"code={element.GetProperty("code").GetString()}&system={Uri.EscapeDataString(map.GetProperty("source").GetString()!)}";
        var r4 = await server.GetAsync($"/fhir/ConceptMap/fhirmsc-nih-recommendation-strength-map/$translate?{query}");
        var r5 = await server.GetAsync($"/fhir/r5/ConceptMap/fhirmsc-nih-recommendation-strength-map/$translate?{query.Replace("code=", "sourceCode=", StringComparison.Ordinal)}");

        Assert.Contains("equivalence", r4.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("relationship", r5.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(element.GetProperty("target")[0].GetProperty("code").GetString()!, r4.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A", "true", 1)]
    [InlineData("Z", "false", 0)]
    public async Task Without_a_map_all_that_are_published_translate(string code, string result, int matches)
    {
        var answer = await server.GetAsync($"/fhir/ConceptMap/$translate?system=https://fhirmsc.example.org/fhir/nih-covid19-cell-therapy/CodeSystem/fhirmsc-nih-recommendation-strength&code={code}");

        var parameters = answer.GetProperty("parameter").EnumerateArray().ToList();
        Assert.Equal(result, parameters.Single(parameter => parameter.GetProperty("name").GetString() == "result").GetProperty("valueBoolean").GetRawText());
        Assert.Equal(matches, parameters.Count(parameter => parameter.GetProperty("name").GetString() == "match"));
    }

    [Theory]
    [InlineData("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/publication-status&exclude-system=http://example.org", "exclude-system")]
    [InlineData("ConceptMap/$translate?system=http://example.org&code=a&reverse=true", "reverse")]
    [InlineData("ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/publication-status&code=active&systemVersion=1", "systemVersion")]
    public async Task A_parameter_that_would_change_the_answer_and_is_not_understood_is_refused(string path, string name) =>
        Assert.Contains($"'{name}'", (await server.GetAsync("/fhir/" + path, 400)).GetRawText(), StringComparison.Ordinal);

    [Fact]
    public async Task A_value_set_that_is_sent_along_is_not_passed_over()
    {
        var outcome = await server.PostAsync("/fhir/ValueSet/$expand", """{"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{"resourceType":"ValueSet","status":"draft"}}]}""", 400);

        Assert.Contains("'valueSet'", outcome.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fhir/$bundle?type=document")]
    [InlineData("/fhir/$bundle?_outputFormat=text/csv")]
    [InlineData($"/fhir/{Plan}/$package?type=history")]
    public async Task A_bundle_of_a_kind_that_is_not_made_is_refused(string path) => await server.GetAsync(path, 400);

    [Fact]
    public async Task Resources_are_validated_in_json_and_xml()
    {
        var bad = await server.PostAsync("/fhir/PlanDefinition/$validate", """{"resourceType":"PlanDefinition","status":"perhaps"}""");
        using var xml = new StringContent("<Library xmlns=\"http://hl7.org/fhir\"><status value=\"active\"/></Library>", null, "application/fhir+xml");
        using var response = await server.Client.PostAsync("/fhir/Library/$validate", xml);
        var good = await server.GetAsync($"/fhir/{Plan}/$validate");
        await server.PostAsync("/fhir/PlanDefinition/$validate", """{"resourceType":"Library","status":"active"}""", 400);

        Assert.Contains(bad.GetProperty("issue").EnumerateArray(), issue => issue.GetProperty("severity").GetString() == "error");
        Assert.Contains((await RestServer.ReadAsync(response, 200, "xml")).GetProperty("issue").EnumerateArray(), issue => issue.GetProperty("severity").GetString() == "error");
        Assert.DoesNotContain(good.GetProperty("issue").EnumerateArray(), issue => issue.GetProperty("severity").GetString() == "error");
    }

    private static List<string?> Types(JsonElement bundle) => [.. bundle.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("resourceType").GetString())];
}
