using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FhirMsc.Server.Tests.Security;

namespace FhirMsc.Server.Tests.Plugin;

public class PluginTrustTests
{
    private const string Base = "https://cds.example.org/host";
    private const string Issuer = "https://ehr.example.org";

    [Fact]
    public async Task Clients_in_the_settings_need_a_token_that_is_good_once_at_each_mount()
    {
        using var signer = new TestSigner();
        await using var host = await StartAsync(signer);

        foreach (var path in new[] { "/cds-services", "/fhirmsc/cds-services" })
        {
            var token = signer.Sign(Claims(path));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, path, null));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, path, signer.Sign(Claims("/elsewhere"))));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, path, token));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, path, token));
        }

        Assert.Equal("the host's own", await host.Client.GetStringAsync("/anything"));
        Assert.Contains($"Answered are clients with a token of: {Issuer}.", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_is_kept_in_the_state_that_the_settings_name()
    {
        using var signer = new TestSigner();
        await using var host = await StartAsync(signer);
        var services = JsonNode.Parse(await (await CallAsync(host, "/cds-services", signer.Sign(Claims("/cds-services")))).Content.ReadAsStringAsync())!["services"]!.AsArray();
        var path = $"/cds-services/{services[0]!["id"]}/feedback";

        var answer = await CallAsync(host, path, signer.Sign(Claims(path)), """{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","outcomeTimestamp":"2026-01-05T10:00:00Z"}]}""");

        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.Contains("\"status\":\"ok\"", await host.Client.GetStringAsync("/fhirmsc/health/ready"), StringComparison.Ordinal);
        Assert.True(File.Exists(host.StateFile));
    }

    [Fact]
    public async Task Mistakes_in_the_settings_are_all_logged_and_the_host_is_up()
    {
        await using var host = await HostProcess.StartAsync(
            "minimal",
            ("FhirMsc__Bsae", "/x"),
            ("FhirMsc__Trust__Clients__0__Issuer", Issuer),
            ("FhirMsc__Trust__Clients__0__Keys", "SECRET"),
            ("FhirMsc__FhirHosts", "https://a.example.org/fhir"),
            ("FhirMsc__PublishTo", "https://user:SECRET@fhir.example.org"));

        using var refused = await host.Client.GetAsync("/cds-services");
        using var below = await host.Client.GetAsync("/fhirmsc/health");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (refused.StatusCode, below.StatusCode));
        Assert.Equal("the host's own", await host.Client.GetStringAsync("/anything"));
        Assert.All(
            ["'FhirMsc:Bsae' is no setting. Did you mean 'FhirMsc:Base'?", "'FhirMsc:Trust:Clients:0:Keys' must be a JWK Set", "'FhirMsc:Trust:BaseUrl' is missing", "'FhirMsc:FhirHosts' must be origins", "'FhirMsc:PublishTo' must be"],
            part => Assert.Contains(part, host.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", host.Output, StringComparison.Ordinal);
    }

    private static Task<HostProcess> StartAsync(TestSigner signer) => HostProcess.StartAsync(
        "minimal",
        ("FhirMsc__Trust__BaseUrl", Base),
        ("FhirMsc__Trust__Clients__0__Issuer", Issuer),
        ("FhirMsc__Trust__Clients__0__Keys", signer.Keys));

    private static JsonObject Claims(string path) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = Base + path,
        ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(),
        ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
        ["jti"] = Guid.NewGuid().ToString(),
    };

    private static async Task<HttpStatusCode> StatusAsync(HostProcess host, string path, string? token)
    {
        using var answer = await CallAsync(host, path, token);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> CallAsync(HostProcess host, string path, string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await host.Client.SendAsync(request);
    }
}
