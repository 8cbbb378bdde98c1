using System.Net;
using FhirMsc.Server.Tests.Security;

namespace FhirMsc.Server.Tests.Endpoints.Rest;

/// <summary>Whatever is refused below /fhir, is refused in the form and release that the client asks for.</summary>
public class RefusalFormTests(RestServer server) : IClassFixture<RestServer>
{
    private const string Plan = "PlanDefinition/nih-covid19-cell-therapy-msc-panel";

    [Theory]
    [InlineData("PUT", Plan, 405)]
    [InlineData("DELETE", Plan, 405)]
    [InlineData("PATCH", Plan, 405)]
    [InlineData("POST", "PlanDefinition", 405)]
    [InlineData("POST", "", 405)]
    [InlineData("PUT", "metadata", 405)]
    [InlineData("GET", "", 404)]
    [InlineData("GET", "Patient", 404)]
    [InlineData("GET", "PlanDefinition/none", 404)]
    [InlineData("GET", "PlanDefinition/none/more/of/it", 404)]
    [InlineData("GET", Plan + "/_history", 404)]
    [InlineData("GET", Plan + "/_history/1", 404)]
    [InlineData("GET", Plan + "/$none", 404)]
    [InlineData("GET", "$none", 404)]
    [InlineData("GET", "PlanDefinition?no-such-parameter=1", 400)]
    [InlineData("GET", "PlanDefinition?date=yesterday", 400)]
    [InlineData("GET", "ValueSet/$expand", 400)]
    [InlineData("GET", "CodeSystem/$lookup?system=http://example.org/none&code=a", 404)]
    public async Task Every_refusal_is_in_the_form_and_release_that_is_asked_for(string method, string path, int status)
    {
        foreach (var (root, version) in new[] { ("/fhir/", "4.0"), ("/fhir/r4b/", "4.3"), ("/fhir/r5/", "5.0") })
        {
            var asked = root + path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?');
            using var byHeader = await SendAsync(method, root + path, "application/fhir+xml");
            using var byParameter = await SendAsync(method, asked + "_format=xml", "application/fhir+json");
            using var json = await SendAsync(method, root + path, null);

            await RefusedAsync(byHeader, status, $"application/fhir+xml; fhirVersion={version}", root + path);
            await RefusedAsync(byParameter, status, $"application/fhir+xml; fhirVersion={version}", root + path);
            await RefusedAsync(json, status, $"application/fhir+json; fhirVersion={version}", root + path);
        }
    }

    [Theory]
    [InlineData("application/fhir+xml; fhirVersion=3.0", null, "application/fhir+xml; fhirVersion=4.0")]
    [InlineData("text/html, application/fhir+xml; fhirVersion=3.0", null, "application/fhir+xml; fhirVersion=4.0")]
    [InlineData("text/html", null, "application/fhir+json; fhirVersion=4.0")]
    [InlineData("application/fhir+xml", "text/turtle", "application/fhir+json; fhirVersion=4.0")]
    public async Task What_is_not_acceptable_is_refused_in_the_form_at_least(string accept, string? format, string expected)
    {
        using var refused = await SendAsync("GET", "/fhir/" + Plan + (format is null ? string.Empty : "?_format=" + format), accept);

        await RefusedAsync(refused, 406, expected, accept);
    }

    [Theory]
    [InlineData("text/plain", "x", 415)]
    [InlineData("application/fhir+json", "{", 400)]
    [InlineData("application/fhir+json", "[]", 400)]
    [InlineData("application/fhir+xml", "<a", 400)]
    public async Task Bodies_that_cannot_be_read_are_refused_in_the_form_of_the_answer(string type, string body, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fhir/PlanDefinition/$validate") { Content = new StringContent(body, null, type) };
        request.Headers.Accept.ParseAdd("application/fhir+xml");
        using var refused = await server.Client.SendAsync(request);

        await RefusedAsync(refused, status, "application/fhir+xml; fhirVersion=4.0", body);
    }

    [Fact]
    public async Task A_posted_search_names_its_form_among_its_parameters()
    {
        using var asked = new FormUrlEncodedContent([new("_format", "xml"), new("status", "active")]);
        using var found = await server.Client.PostAsync("/fhir/PlanDefinition/_search", asked);
        using var turtle = new FormUrlEncodedContent([new("_format", "ttl")]);
        using var refused = await server.Client.PostAsync("/fhir/PlanDefinition/_search", turtle);

        Assert.Equal("application/fhir+xml", found.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bundle", (await RestServer.ReadAsync(found, 200, "xml")).GetProperty("resourceType").GetString());
        await RefusedAsync(refused, 406, "application/fhir+json; fhirVersion=4.0", "ttl");
    }

    /// <summary>Its parameters would be passed over, and everything found.</summary>
    [Fact]
    public async Task A_search_that_is_posted_as_a_resource_is_refused()
    {
        var outcome = await server.PostAsync("/fhir/PlanDefinition/_search", """{"resourceType":"Parameters","parameter":[{"name":"status","valueString":"retired"}]}""", 415);

        Assert.Contains("application/x-www-form-urlencoded", outcome.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 401)]
    [InlineData(100_000, 413)]
    public async Task What_is_refused_at_the_door_or_for_its_size_is_refused_in_the_form_of_the_answer(int size, int status)
    {
        TestServer other = status == 401 ? new TrustedServer() : new TestServer();
        await other.InitializeAsync();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/fhir/PlanDefinition/$validate?_format=xml") { Content = new StringContent(new string(' ', size), null, "application/fhir+json") };
            using var refused = await other.Client.SendAsync(request);

            await RefusedAsync(refused, status, "application/fhir+xml; fhirVersion=4.0", "door");
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("PlanDefinition/none", HttpStatusCode.NotFound)]
    [InlineData("PlanDefinition?no-such-parameter=1", HttpStatusCode.BadRequest)]
    public async Task Head_is_refused_with_the_headers_alone(string path, HttpStatusCode status)
    {
        using var refused = await SendAsync("HEAD", "/fhir/" + path, "application/fhir+xml");

        Assert.Equal(status, refused.StatusCode);
        Assert.Equal("application/fhir+xml; fhirVersion=4.0", refused.Content.Headers.ContentType!.ToString());
        Assert.NotEqual(0, refused.Content.Headers.ContentLength);
        Assert.Empty(await refused.Content.ReadAsByteArrayAsync());
    }

    private static async Task RefusedAsync(HttpResponseMessage response, int status, string type, string about)
    {
        var outcome = await RestServer.ReadAsync(response, status, about);
        Assert.Equal((about, type), (about, response.Content.Headers.ContentType!.ToString()));
        Assert.Equal("OperationOutcome", outcome.GetProperty("resourceType").GetString());
        Assert.NotEqual(0, outcome.GetProperty("issue").GetArrayLength());
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? accept)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await server.Client.SendAsync(request);
    }
}
