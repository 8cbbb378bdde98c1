using System.Net;

namespace FhirMsc.Server.Tests.Endpoints;

public class PublishedResourceTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Are_read_byte_for_byte()
    {
        using var response = await server.Client.GetAsync("/fhir/CodeSystem/test");

        Assert.Equal("application/fhir+json; fhirVersion=4.0", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(TestServices.Catalog.Find("CodeSystem", "test")!.Json.ToArray(), await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/fhir/CodeSystem/other")]
    [InlineData("/fhir/ValueSet/test")]
    [InlineData("/fhir/Patient/JaneDoe")]
    public async Task Others_are_not_found(string path)
    {
        using var response = await server.Client.GetAsync(path);

        await Bodies.ReadRefusalAsync(response, 404, "JaneDoe");
    }

    [Fact]
    public async Task Capabilities_name_the_types_and_the_release()
    {
        using var response = await server.Client.GetAsync("/fhir/metadata");

        var statement = await Bodies.ReadAsync(response);
        Assert.Equal("4.0.1", statement.GetProperty("fhirVersion").GetString());
        Assert.Equal(["CodeSystem", "OperationDefinition"], statement.GetProperty("rest")[0].GetProperty("resource").EnumerateArray().Select(resource => resource.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Health_counts_what_is_served()
    {
        using var response = await server.Client.GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"status":"ok","release":"R4","services":4,"resources":1}""", await response.Content.ReadAsStringAsync());
    }
}
