using System.Net;

namespace FhirMsc.Server.Tests.Endpoints;

public class DiscoveryEndpointTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("/cds-services")]
    [InlineData("/cds-services/")]
    [InlineData("/cds-services?x=y")]
    public async Task Lists_the_services(string path)
    {
        using var response = await server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        var services = (await Bodies.ReadAsync(response)).GetProperty("services");
        Assert.Equal(["test-sign", "test-select", "test-view", "test-broken"], services.EnumerateArray().Select(service => service.GetProperty("id").GetString()));
        Assert.Equal("""{"conditions":"Condition?patient={{context.patientId}}"}""", services[0].GetProperty("prefetch").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_head_without_a_body()
    {
        using var response = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/cds-services"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    [InlineData("application/xml;q=1")]
    public async Task Whatever_is_accepted_json_is_sent(string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/cds-services");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer e30.e30.x");

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
