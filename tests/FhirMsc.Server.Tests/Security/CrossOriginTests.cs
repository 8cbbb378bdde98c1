using System.Net;

namespace FhirMsc.Server.Tests.Security;

public class CrossOriginTests(TestServer server, CrossOriginTests.ClosedServer closed) : IClassFixture<TestServer>, IClassFixture<CrossOriginTests.ClosedServer>
{
    [Theory]
    [InlineData("/cds-services", "GET", "GET, HEAD, OPTIONS")]
    [InlineData("/cds-services/test-view", "POST", "POST, OPTIONS")]
    [InlineData("/cds-services/unknown", "POST", "POST, OPTIONS")]
    [InlineData("/cds-services/test-view/feedback", "POST", "POST, OPTIONS")]
    [InlineData("/fhir/CodeSystem/test", "GET", "GET, HEAD, OPTIONS")]
    [InlineData("/elsewhere", "POST", "GET, HEAD, POST, OPTIONS")]
    public async Task Preflight_allows_what_pages_need(string path, string method, string methods)
    {
        using var response = await server.Client.SendAsync(Preflight(path, method, "https://sandbox.cds-hooks.org"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(methods, Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal("Authorization, Content-Type, Accept, Prefer, If-None-Match, If-Modified-Since", Header(response, "Access-Control-Allow-Headers"));
        Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Every_answer_can_be_read_by_pages()
    {
        foreach (var path in new[] { "/cds-services", "/cds-services/test-view", "/nowhere", "/fhir/metadata", "/health" })
        {
            using var response = await server.Client.GetAsync(path);
            Assert.Equal("*", Header(response, "Access-Control-Allow-Origin"));
            Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task Options_without_preflight_tells_the_methods()
    {
        using var response = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/cds-services"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow.Order());
        Assert.Null(Header(response, "Access-Control-Allow-Methods"));
    }

    [Fact]
    public async Task An_origin_on_the_list_is_allowed_by_name()
    {
        using var response = await closed.Client.SendAsync(Preflight("/cds-services", "GET", "https://ehr.example.org"));

        Assert.Equal("https://ehr.example.org", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("Origin", Header(response, "Vary"));
        Assert.NotNull(Header(response, "Access-Control-Allow-Methods"));
    }

    [Fact]
    public async Task An_origin_not_on_the_list_is_not_allowed()
    {
        using var response = await closed.Client.SendAsync(Preflight("/cds-services", "GET", "https://elsewhere.example.org"));

        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
        Assert.Null(Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal("Origin", Header(response, "Vary"));
    }

    [Theory]
    [InlineData("https://ehr.example.org/")]
    [InlineData("ehr.example.org")]
    [InlineData("https://ehr.example.org/path")]
    public void Settings_that_could_never_match_are_refused(string origin) =>
        Assert.Contains(origin, Assert.Throws<ArgumentException>(new FhirMscOptions { AllowedOrigins = [origin] }.Validate).Message, StringComparison.Ordinal);

    private static HttpRequestMessage Preflight(string path, string method, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return request;
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public sealed class ClosedServer() : TestServer(new FhirMscOptions { AllowedOrigins = ["https://ehr.example.org"] }), IAsyncLifetime
    {
        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            Client.DefaultRequestHeaders.Remove("Origin");
        }
    }
}
