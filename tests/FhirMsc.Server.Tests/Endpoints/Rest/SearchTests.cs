using System.Text.Json;

namespace FhirMsc.Server.Tests.Endpoints.Rest;

public class SearchTests(RestServer server) : IClassFixture<RestServer>
{
    private const string Base = "https://fhirmsc.example.org/fhir/nih-covid19-cell-therapy/";

    [Theory]
    [InlineData("PlanDefinition?status=active", 6)]
    [InlineData("PlanDefinition?status=http://hl7.org/fhir/publication-status|active", 6)]
    [InlineData("PlanDefinition?status=http://example.org|active", 0)]
    [InlineData("PlanDefinition?status:not=active", 0)]
    [InlineData("PlanDefinition?status=retired,active", 6)]
    [InlineData("PlanDefinition?_id=nih-covid19-cell-therapy-msc-panel", 1)]
    [InlineData("PlanDefinition?_id=nih-covid19-cell-therapy-msc-panel&status=retired", 0)]
    [InlineData("PlanDefinition?title=RECOMMENDED%20against", 1)]
    [InlineData("PlanDefinition?title:exact=recommended%20against", 0)]
    [InlineData("PlanDefinition?title:contains=clinical%20trial", 1)]
    [InlineData("PlanDefinition?url=" + Base + "PlanDefinition/nih-covid19-cell-therapy-msc-panel", 1)]
    [InlineData("PlanDefinition?url:below=" + Base, 6)]
    [InlineData("PlanDefinition?url:above=" + Base + "PlanDefinition/nih-covid19-cell-therapy-msc-panel/_history/5", 1)]
    [InlineData("PlanDefinition?date=ge2020", 6)]
    [InlineData("PlanDefinition?date=lt2020", 0)]
    [InlineData("PlanDefinition?effective=2021", 0)]
    [InlineData("PlanDefinition?effective=ge2021-04", 6)]
    [InlineData("PlanDefinition?_lastUpdated=gt2020-01-01T00:00:00Z", 6)]
    [InlineData("PlanDefinition?date:missing=true", 0)]
    [InlineData("Library?type=logic-library", 1)]
    [InlineData("Library?type:text=logic", 1)]
    [InlineData("ValueSet?version=1.0.0", 16)]
    [InlineData("PlanDefinition?context-type-value=focus$http://snomed.info/sct%7C840539006", 6)]
    [InlineData("PlanDefinition?context-type-value=program$840539006,focus$840539006", 6)]
    [InlineData("PlanDefinition?context-type-value=program$840539006", 0)]
    [InlineData("PlanDefinition?context-type-value=focus$38341003", 0)]
    [InlineData("PlanDefinition?context-type-quantity=focus$5.4", 0)]
    [InlineData("PlanDefinition?context-type-value:missing=true", 0)]
    [InlineData("PlanDefinition?_text=panel%20recommends%20against", 5)]
    [InlineData("PlanDefinition?_text=PANEL%20pelican", 0)]
    [InlineData("PlanDefinition?_text=pelican,PÁNEL%20recommends%20against", 5)]
    [InlineData("PlanDefinition?_content=FDA-approved", 5)]
    [InlineData("PlanDefinition?_content=order-sign", 3)]
    [InlineData("PlanDefinition?_content=generated%20pelican", 0)]
    public async Task Finds_what_the_parameters_say(string query, int total)
    {
        var bundle = await server.GetAsync("/fhir/" + query);

        Assert.Equal("searchset", bundle.GetProperty("type").GetString());
        Assert.Equal(total, bundle.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("PlanDefinition?colour=red", "colour")]
    [InlineData("PlanDefinition?status:above=active", "above")]
    [InlineData("PlanDefinition?date=yesterday", "date")]
    [InlineData("PlanDefinition?status=", "status")]
    [InlineData("PlanDefinition?_count=many", "_count")]
    [InlineData("PlanDefinition?_sort=colour", "_sort")]
    [InlineData("PlanDefinition?_sort=context-type-value", "_sort")]
    [InlineData("PlanDefinition?context-type-value=focus", "context-type-value")]
    [InlineData("PlanDefinition?context-type-quantity=focus$many", "context-type-quantity")]
    [InlineData("PlanDefinition?_text=...", "_text")]
    [InlineData("PlanDefinition?_text:exact=panel", "_text")]
    [InlineData("PlanDefinition?_include=PlanDefinition:title", "_include")]
    [InlineData("PlanDefinition?depends-on.status=active", "depends-on.status")]
    public async Task What_is_not_understood_is_refused_and_named(string query, string name)
    {
        var outcome = await server.GetAsync("/fhir/" + query, 400);

        Assert.Contains(name, outcome.GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lenient_clients_are_told_what_was_left_out()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fhir/Library?colour=red&type=logic-library");
        request.Headers.Add("Prefer", "handling=lenient");
        using var response = await server.Client.SendAsync(request);
        var bundle = await RestServer.ReadAsync(response, 200, "lenient");

        Assert.Equal(["match", "outcome"], bundle.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("search").GetProperty("mode").GetString()));
        Assert.DoesNotContain("colour", bundle.GetProperty("link")[0].GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_linked_and_hold_everything_once()
    {
        var ids = new List<string>();
        for (var url = "/fhir/ValueSet?_count=5&_sort=-_id"; url is not null;)
        {
            var page = await server.GetAsync(url);
            ids.AddRange(Ids(page));
            url = page.GetProperty("link").EnumerateArray().FirstOrDefault(link => link.GetProperty("relation").GetString() == "next") is { ValueKind: JsonValueKind.Object } next ? next.GetProperty("url").GetString() : null;
        }

        Assert.Equal(16, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal).Reverse(), ids);
    }

    [Fact]
    public async Task Referenced_and_referring_resources_come_along()
    {
        var along = await server.GetAsync("/fhir/PlanDefinition?_id=nih-covid19-cell-therapy-msc-panel&_include=PlanDefinition:depends-on");
        var back = await server.GetAsync("/fhir/Library?type=logic-library&_revinclude=PlanDefinition:depends-on");
        var far = await server.GetAsync("/fhir/r5/PlanDefinition?_include:iterate=*&_revinclude=*&_count=1");

        Assert.Contains(Modes(along), pair => pair == ("include", "Library"));
        Assert.Contains(Modes(back), pair => pair == ("include", "PlanDefinition"));
        Assert.True(Modes(far).Count() > 3);
        Assert.Equal(1, back.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_count_brings_no_resources() =>
        Assert.False((await server.GetAsync("/fhir/ValueSet?_summary=count")).TryGetProperty("entry", out _));

    [Theory]
    [InlineData("_summary=true", "text", "title")]
    [InlineData("_summary=data", "text", "action")]
    [InlineData("_summary=text", "action", "text")]
    [InlineData("_elements=title,url", "action", "title")]
    public async Task Parts_are_marked_as_parts(string parameters, string gone, string kept)
    {
        var read = await server.GetAsync($"/fhir/PlanDefinition/nih-covid19-cell-therapy-msc-panel?{parameters}");
        var found = (await server.GetAsync($"/fhir/PlanDefinition?_id=nih-covid19-cell-therapy-msc-panel&{parameters}")).GetProperty("entry")[0].GetProperty("resource");

        foreach (var resource in new[] { read, found })
        {
            Assert.False(resource.TryGetProperty(gone, out _));
            Assert.True(resource.TryGetProperty(kept, out _));
            Assert.Equal("SUBSETTED", resource.GetProperty("meta").GetProperty("tag")[0].GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_search_may_be_sent_as_a_form()
    {
        using var form = new FormUrlEncodedContent([new("type", "logic-library")]);
        using var response = await server.Client.PostAsync("/fhir/Library/_search", form);

        Assert.Equal(1, (await RestServer.ReadAsync(response, 200, "form")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/fhir/Patient", "rest-no-type")]
    [InlineData("/fhir/Patient?_count=1", "rest-no-type")]
    [InlineData("/fhir/Foo", "rest-no-type")]
    [InlineData("/fhir/OperationDefinition", "rest-no-type")]
    [InlineData("/fhir/PlanDefinition/_history", "rest-no-interaction")]
    [InlineData("/fhir/_history", "rest-no-interaction")]
    public async Task What_the_statement_does_not_promise_is_not_found(string path, string issue) =>
        Assert.Contains($"\"{issue}\"", (await server.GetAsync(path, 404)).GetRawText(), StringComparison.Ordinal);

    [Fact]
    public async Task A_resource_of_another_release_is_pointed_at()
    {
        var outcome = await server.GetAsync("/fhir/Citation/nih-covid19-cell-therapy-reference-1", 404);
        await server.GetAsync("/fhir/r5/Citation/nih-covid19-cell-therapy-reference-1");

        Assert.Contains("Basic/nih-covid19-cell-therapy-reference-1", outcome.GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(JsonElement bundle) => bundle.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("id").GetString()!);

    private static IEnumerable<(string? Mode, string? Type)> Modes(JsonElement bundle) =>
        bundle.GetProperty("entry").EnumerateArray().Select(entry => (entry.GetProperty("search").GetProperty("mode").GetString(), entry.GetProperty("resource").GetProperty("resourceType").GetString()));
}
