using System.Net;
using System.Net.Http.Headers;

namespace FhirMsc.Server.Tests.Endpoints.Rest;

public class NegotiationTests(RestServer server) : IClassFixture<RestServer>
{
    private const string Plan = "PlanDefinition/nih-covid19-cell-therapy-msc-panel";

    [Theory]
    [InlineData("/fhir/", null, "application/fhir+json; fhirVersion=4.0")]
    [InlineData("/fhir/", "*/*", "application/fhir+json; fhirVersion=4.0")]
    [InlineData("/fhir/", "application/fhir+xml", "application/fhir+xml; fhirVersion=4.0")]
    [InlineData("/fhir/", "application/fhir+json; fhirVersion=5.0", "application/fhir+json; fhirVersion=5.0")]
    [InlineData("/fhir/", "application/fhir+json; fhirVersion=3.0, application/fhir+json; fhirVersion=4.3; q=0.5", "application/fhir+json; fhirVersion=4.3")]
    [InlineData("/fhir/r4b/", null, "application/fhir+json; fhirVersion=4.3")]
    [InlineData("/fhir/r5/", "application/fhir+xml;q=0.9, application/json;q=0.1", "application/fhir+xml; fhirVersion=5.0")]
    [InlineData("/fhir/r5/", "text/html, */*;q=0.1", "application/fhir+json; fhirVersion=5.0")]
    public async Task The_release_and_form_come_from_path_and_header(string root, string? accept, string expected)
    {
        using var response = await SendAsync(root + Plan, accept);

        Assert.Equal(expected, response.Content.Headers.ContentType!.ToString());
        Assert.Contains("Accept", response.Headers.Vary);
        await RestServer.ReadAsync(response, 200, root);
    }

    [Theory]
    [InlineData("/fhir/", "application/fhir+json; fhirVersion=3.0")]
    [InlineData("/fhir/", "text/html")]
    [InlineData("/fhir/r4/", "application/fhir+json; fhirVersion=5.0")]
    [InlineData("/fhir/", "application/fhir+json; q=0")]
    public async Task What_is_not_served_is_not_acceptable(string root, string accept)
    {
        using var response = await SendAsync(root + Plan, accept);

        await RestServer.ReadAsync(response, 406, accept);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("text/turtle")]
    [InlineData("junk")]
    public async Task A_format_that_is_not_served_is_not_acceptable_whatever_the_header_says(string format) => await server.GetAsync($"/fhir/{Plan}?_format={format}", 406);

    [Theory]
    [InlineData("application/fhir+json; fhirVersion=5.0")]
    [InlineData("text/plain")]
    public async Task A_body_of_another_release_or_kind_is_refused(string type)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await server.Client.PostAsync("/fhir/r4/PlanDefinition/$validate", content);

        await RestServer.ReadAsync(response, 415, type);
    }

    [Fact]
    public async Task Format_parameters_win_over_the_header()
    {
        using var xml = await SendAsync($"/fhir/{Plan}?_format=xml", "application/fhir+json");
        using var compact = await SendAsync($"/fhir/{Plan}?_pretty=false", null);
        using var pretty = await SendAsync($"/fhir/metadata?_pretty=true", null);

        Assert.Equal("application/fhir+xml", xml.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("\n", await compact.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\n  \"status\"", await pretty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_are_listed() =>
        Assert.Equal("""{"resourceType":"Parameters","parameter":[{"name":"version","valueCode":"4.0"},{"name":"version","valueCode":"4.3"},{"name":"version","valueCode":"5.0"},{"name":"default","valueCode":"4.0"}]}""", (await server.GetAsync("/fhir/$versions")).GetRawText());

    [Fact]
    public async Task A_known_version_is_not_sent_again()
    {
        using var first = await SendAsync("/fhir/" + Plan, null);
        using var byTag = await SendAsync("/fhir/" + Plan, null, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byTime = await SendAsync("/fhir/" + Plan, null, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        using var older = await SendAsync("/fhir/" + Plan, null, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified!.Value.AddSeconds(-1));
        using var other = await SendAsync("/fhir/r5/" + Plan, null, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, byTag.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, byTime.StatusCode);
        Assert.Equal(HttpStatusCode.OK, older.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(first.Headers.ETag, byTag.Headers.ETag);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_for_those_who_take_it(string coding)
    {
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All };
        using var plain = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Client.BaseAddress!, "/fhir/PlanDefinition"));
        request.Headers.AcceptEncoding.ParseAdd(coding);
        using var response = await plain.SendAsync(request);
        using var unpacking = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };
        using var unpacked = await unpacking.GetAsync("/fhir/PlanDefinition");

        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        await RestServer.ReadAsync(unpacked, 200, coding);
    }

    [Theory]
    [InlineData("PUT", "/fhir/" + Plan)]
    [InlineData("DELETE", "/fhir/" + Plan)]
    [InlineData("PATCH", "/fhir/" + Plan)]
    [InlineData("POST", "/fhir/PlanDefinition")]
    [InlineData("POST", "/fhir")]
    [InlineData("PUT", "/fhir/Patient/JaneDoe")]
    public async Task Writing_is_refused_with_the_reason(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
        Assert.Contains("fhirmsc tool", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fhir/PlanDefinition", "{}")]
    [InlineData("/fhir/PlanDefinition", "{\"resourceType\":\"PlanDefinition\",\"status\":\"draft\"}")]
    [InlineData("/fhir", "junk")]
    public async Task Whatever_is_posted_where_nothing_can_be_is_refused_unread(string path, string body)
    {
        var outcome = await server.PostAsync(path, body, 405);

        Assert.Contains("fhirmsc tool", outcome.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_gives_the_headers_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/fhir/" + Plan);
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? accept, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        change?.Invoke(request);
        return await server.Client.SendAsync(request);
    }
}
