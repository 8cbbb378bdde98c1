using System.Net;
using System.Text;

namespace FhirMsc.Server.Tests.Endpoints;

public class BadInputTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Secret = "JaneDoe";

    public static TheoryData<string, int, string> Bodies400 => new()
    {
        { "", 400, "hook-json" },
        { "   ", 400, "hook-json" },
        { "JaneDoe", 400, "hook-json" },
        { "<xml>JaneDoe</xml>", 400, "hook-json" },
        { "{\"hook\":\"patient-view\"", 400, "hook-json" },
        { "[]", 400, "hook-json" },
        { "null", 400, "hook-json" },
        { "\"JaneDoe\"", 400, "hook-json" },
        { "{\"JaneDoe\":1,\"JaneDoe\":2}", 400, "hook-json" },
        { "{\"hook\":\"JaneDoe\\ud800\"}", 400, "hook-json" },
        { "{\"a\":1e400,\"JaneDoe\":1}", 400, "hook-member-missing" },
        { "{}", 400, "hook-member-missing" },
        { "{\"hook\":\"patient-view\",\"hookInstance\":\"JaneDoe\"}", 400, "hook-member-missing" },
        { "{\"hook\":\"patient-view\",\"hookInstance\":\"i\",\"context\":{}}", 400, "hook-member-missing" },
        { "{\"hook\":\"patient-view\",\"hookInstance\":\"i\",\"context\":null}", 400, "hook-member-missing" },
        { "{\"hook\":\"patient-view\",\"hookInstance\":\"i\",\"context\":\"JaneDoe\"}", 400, "hook-member-shape" },
        { "{\"hook\":\"patient-view\",\"hookInstance\":\"i\",\"context\":{\"userId\":\"JaneDoe\",\"patientId\":\"Patient/JaneDoe\"}}", 400, "hook-id" },
        { "{\"hook\":\"order-sign\",\"hookInstance\":\"i\",\"context\":{\"userId\":\"u\",\"patientId\":\"JaneDoe\"}}", 400, "hook-wrong-hook" },
        { "{\"hook\":\"JaneDoe\",\"hookInstance\":\"i\",\"context\":{\"userId\":\"u\",\"patientId\":\"p\"}}", 400, "hook-wrong-hook" },
        { "{\"hook\":\"patient-view\",\"hookInstance\":\"i\",\"context\":{\"userId\":\"u\",\"patientId\":\"p\"},\"fhirAuthorization\":{\"access_token\":\"JaneDoe\"}}", 400, "hook-fhir-server-missing" },
    };

    [Theory]
    [MemberData(nameof(Bodies400))]
    public async Task Gets_a_short_refusal_and_the_server_goes_on(string body, int status, string issue)
    {
        using var response = await server.PostAsync("/cds-services/test-view", body);

        var outcome = await Bodies.ReadRefusalAsync(response, status, Secret);
        Assert.Contains(outcome.GetProperty("issue").EnumerateArray(), found => found.GetProperty("diagnostics").GetString()!.Split(' ')[0] == issue);
        await StillAnswers();
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused()
    {
        using var response = await server.PostAsync("/cds-services/test-view", [.. "{\"hook\":\"JaneDoe"u8, 0xC3, 0x28, .. "\"}"u8]);

        await Bodies.ReadRefusalAsync(response, 400, Secret);
    }

    [Fact]
    public async Task A_byte_order_mark_is_read_over()
    {
        using var response = await server.PostAsync("/cds-services/test-view", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TestServices.View(TestServices.Covid))]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Endless_nesting_is_refused()
    {
        using var response = await server.PostAsync("/cds-services/test-view", "{\"extension\":" + new string('[', 50_000) + new string(']', 50_000) + "}");

        await Bodies.ReadRefusalAsync(response, 413);
        using var smaller = await server.PostAsync("/cds-services/test-view", "{\"extension\":" + new string('[', 20_000) + new string(']', 20_000) + "}");
        await Bodies.ReadRefusalAsync(smaller, 400);
    }

    [Theory]
    [InlineData("/cds-services/JaneDoe")]
    [InlineData("/cds-services/TEST-VIEW")]
    [InlineData("/cds-services/test-view%2F")]
    [InlineData("/cds-services/%00")]
    [InlineData("/cds-services/JaneDoe/feedback")]
    [InlineData("/cds-services/test-view/JaneDoe")]
    [InlineData("/cds-services/test-view/feedback/JaneDoe")]
    [InlineData("/JaneDoe")]
    [InlineData("/")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var response = await server.PostAsync(path, TestServices.View(TestServices.Covid));

        if (path.Contains("%00", StringComparison.Ordinal))
        {
            // The web server itself refuses a zero byte in a path.
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            return;
        }

        await Bodies.ReadRefusalAsync(response, 404, Secret);
    }

    [Theory]
    [InlineData("GET", "/cds-services/test-view", "OPTIONS, POST")]
    [InlineData("PUT", "/cds-services/test-view", "OPTIONS, POST")]
    [InlineData("DELETE", "/cds-services", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/cds-services", "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/health", "GET, HEAD, OPTIONS")]
    [InlineData("DELETE", "/fhir/CodeSystem/test", "GET, HEAD, OPTIONS")]
    [InlineData("GET", "/cds-services/test-view/feedback", "OPTIONS, POST")]
    [InlineData("JANEDOE", "/cds-services", "GET, HEAD, OPTIONS")]
    public async Task A_wrong_method_is_told_the_right_ones(string method, string path, string allowed)
    {
        using var response = await server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await Bodies.ReadRefusalAsync(response, 405, Secret);
        Assert.Equal(allowed.Split(", "), response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task A_body_that_is_not_json_by_its_header_is_refused(string? contentType)
    {
        using var response = await server.PostAsync("/cds-services/test-view", TestServices.View(TestServices.Covid), contentType);

        await Bodies.ReadRefusalAsync(response, 415);
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var content = new StringContent("x", null, "application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await server.Client.PostAsync("/cds-services/test-view", content);

        await Bodies.ReadRefusalAsync(response, 415);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_refused(bool chunked)
    {
        var body = TestServices.View($$"""{"conditions":null,"x":"{{new string('x', 100_000)}}"}""");
        var request = new HttpRequestMessage(HttpMethod.Post, "/cds-services/test-view") { Content = new StringContent(body, null, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await server.Client.SendAsync(request);

        var outcome = await Bodies.ReadRefusalAsync(response, 413);
        Assert.Contains("65536", outcome.GetProperty("issue")[0].GetProperty("details").GetProperty("text").GetString(), StringComparison.Ordinal);
        await StillAnswers();
    }

    private async Task StillAnswers()
    {
        using var response = await server.PostAsync("/cds-services/test-view", TestServices.View(TestServices.Covid));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
