using System.Net;

namespace FhirMsc.Server.Tests.Endpoints;

public class ServiceEndpointTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Sends_cards()
    {
        using var response = await server.PostAsync("/cds-services/test-sign", TestServices.Sign(TestServices.Covid));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        var card = Assert.Single((await Bodies.ReadAsync(response)).GetProperty("cards").EnumerateArray());
        Assert.Equal("Not recommended – siehe Leitlinie", card.GetProperty("summary").GetString());
        Assert.Equal("MedicationRequest/msc-1", card.GetProperty("suggestions")[0].GetProperty("actions")[0].GetProperty("resourceId").GetString());
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/fhir+json")]
    [InlineData("APPLICATION/JSON")]
    public async Task Reads_every_spelling_of_json(string contentType)
    {
        using var response = await server.PostAsync("/cds-services/test-view", TestServices.View(TestServices.Covid), contentType);

        Assert.Single((await Bodies.ReadAsync(response)).GetProperty("cards").EnumerateArray());
    }

    [Fact]
    public async Task Reads_a_body_of_unknown_length()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/cds-services/test-view") { Content = new StringContent(TestServices.View(TestServices.Covid), null, "application/json") };
        request.Headers.TransferEncodingChunked = true;

        using var response = await server.Client.SendAsync(request);

        Assert.Single((await Bodies.ReadAsync(response)).GetProperty("cards").EnumerateArray());
    }

    [Theory]
    [InlineData(TestServices.NoCondition)]
    [InlineData("""{"conditions":null}""")]
    public async Task Nothing_to_say_is_an_empty_list(string prefetch)
    {
        using var response = await server.PostAsync("/cds-services/test-view", TestServices.View(prefetch));

        Assert.Equal("""{"cards":[]}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"conditions":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden","diagnostics":"Jane Doe"}]}}""")]
    [InlineData("""{"conditions":"<html>Jane Doe</html>"}""")]
    [InlineData("""{"conditions":{"resourceType":"Bundle","link":[{"relation":"next","url":"https://ehr.example.org/?JaneDoe"}]}}""")]
    public async Task Data_that_is_not_at_hand_is_said_and_named(string prefetch)
    {
        using var response = await server.PostAsync("/cds-services/test-view", TestServices.View(prefetch));

        var outcome = await Bodies.ReadRefusalAsync(response, 412, "Jane", "p1", "d1577c69");
        Assert.Equal("incomplete", outcome.GetProperty("issue")[0].GetProperty("code").GetString());
        Assert.Contains("'conditions'", outcome.GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Identifiers_differ_between_answers()
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await server.PostAsync("/cds-services/test-view", TestServices.View(TestServices.Covid));
            Assert.True(seen.Add((await Bodies.ReadAsync(response)).GetProperty("cards")[0].GetProperty("uuid").GetString()!));
        }
    }

    [Fact]
    public async Task A_failure_is_answered_and_logged_without_data()
    {
        using var response = await server.PostAsync("/cds-services/test-broken", TestServices.View(TestServices.Covid));

        await Bodies.ReadRefusalAsync(response, 500, "Jane", "p1", "InvalidOperation");
        Assert.Contains(server.Log.Lines, line => line.Contains("System.InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("Jane", StringComparison.Ordinal));
        using var next = await server.PostAsync("/cds-services/test-view", TestServices.View(TestServices.Covid));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task A_token_leaves_no_trace()
    {
        var body = TestServices.View("{}").Replace("\"hook\":", "\"fhirServer\":\"https://ehr.example.org\",\"fhirAuthorization\":{\"access_token\":\"s3cr3t\",\"token_type\":\"Bearer\"},\"hook\":", StringComparison.Ordinal);

        using var response = await server.PostAsync("/cds-services/test-view", body);

        await Bodies.ReadRefusalAsync(response, 412, "s3cr3t");
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("s3cr3t", StringComparison.Ordinal));
    }
}
