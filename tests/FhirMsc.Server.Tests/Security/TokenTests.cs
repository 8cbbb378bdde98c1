using System.Text.Json.Nodes;

namespace FhirMsc.Server.Tests.Security;

/// <summary>R100 to R109 of the requirements, and the best practices B1 to B5.</summary>
public sealed class TokenTests(TrustedServer server) : IClassFixture<TrustedServer>
{
    private const string Discovery = "/cds-services";

    [Theory]
    [InlineData("ES384")]
    [InlineData("RS384")]
    public async Task A_good_token_opens_discovery_services_and_feedback(string algorithm)
    {
        foreach (var (path, body) in new[]
        {
            (Discovery, (string?)null),
            ("/cds-services/test-view", TestServices.View(TestServices.NoCondition)),
            ("/cds-services/test-view/feedback", """{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31.5Z"}]}"""),
        })
        {
            using var response = await server.CallAsync(path, server.Signer.Sign(server.Claims(path), algorithm), body);
            Assert.Equal(200, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Without_a_token_there_are_only_published_resources_health_and_preflights()
    {
        foreach (var (path, body) in new[] { (Discovery, (string?)null), ("/cds-services/test-view", "{}"), ("/cds-services/test-view/feedback", "{}"), ("/cds-services/unknown", "{}") })
        {
            using var response = await server.CallAsync(path, null, body);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
            await Bodies.ReadRefusalAsync(response, 401);
        }

        using var health = await server.Client.GetAsync("/health");
        using var resource = await server.Client.GetAsync("/fhir/CodeSystem/test");
        using var preflight = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, Discovery) { Headers = { { "Access-Control-Request-Method", "GET" } } });
        Assert.Equal([200, 200, 204], new[] { (int)health.StatusCode, (int)resource.StatusCode, (int)preflight.StatusCode });
    }

    public static TheoryData<string, Action<JsonObject>> BadClaims => new()
    {
        { "Issuer", claims => claims["iss"] = "https://foreign.example.org" },
        { "Issuer", claims => claims["iss"] = TrustedServer.ByKeys + "/" },
        { "Malformed", claims => claims.Remove("iss") },
        { "Malformed", claims => claims.Remove("aud") },
        { "Malformed", claims => claims.Remove("exp") },
        { "Malformed", claims => claims.Remove("iat") },
        { "Malformed", claims => claims.Remove("jti") },
        { "Malformed", claims => claims["jti"] = string.Empty },
        { "Malformed", claims => claims["jti"] = new string('x', 2000) },
        { "Malformed", claims => claims["jti"] = 7 },
        { "Malformed", claims => claims["exp"] = "tomorrow" },
        { "Malformed", claims => claims["exp"] = 1e300 },
        { "Malformed", claims => claims["exp"] = -1 },
        { "Malformed", claims => claims["nbf"] = "now" },
        { "Malformed", claims => claims["aud"] = new JsonArray() },
        { "Malformed", claims => claims["aud"] = new JsonArray(TrustedServer.Base + Discovery, 7) },
        { "Audience", claims => claims["aud"] = TrustedServer.Base + "/cds-services/test-view" },
        { "Audience", claims => claims["aud"] = TrustedServer.Base },
        { "Audience", claims => claims["aud"] = "http://cds.example.org/msc/cds-services" },
        { "Audience", claims => claims["aud"] = "https://cds.example.org.evil.org/msc/cds-services" },
        { "Audience", claims => claims["aud"] = "https://cds.example.org@evil.org/msc/cds-services" },
        { "Audience", claims => claims["aud"] = TrustedServer.Base + Discovery + "?x=1" },
        { "Audience", claims => claims["aud"] = TrustedServer.Base + "/CDS-services" },
        { "Time", claims => claims["exp"] = new DateTimeOffset(2026, 3, 1, 11, 59, 0, TimeSpan.Zero).ToUnixTimeSeconds() },
        { "Time", claims => claims["exp"] = new DateTimeOffset(2026, 3, 1, 13, 1, 1, TimeSpan.Zero).ToUnixTimeSeconds() },
        { "Time", claims => claims["nbf"] = new DateTimeOffset(2026, 3, 1, 12, 1, 1, TimeSpan.Zero).ToUnixTimeSeconds() },
    };

    [Theory]
    [MemberData(nameof(BadClaims))]
    public async Task Claims_that_are_not_right_are_refused(string fault, Action<JsonObject> spoil)
    {
        var claims = server.Claims(Discovery);
        spoil(claims);

        await RefusedAsync(server.Signer.Sign(claims), fault);
    }

    public static TheoryData<Action<JsonObject>> GoodClaims =>
    [
        claims => claims["aud"] = new JsonArray("https://other.example.org", TrustedServer.Base + Discovery),
        claims => claims["aud"] = TrustedServer.Base + Discovery + "/",
        claims => claims["aud"] = "HTTPS://CDS.example.org:443/msc/cds-services",
        claims => claims["exp"] = new DateTimeOffset(2026, 3, 1, 11, 59, 1, TimeSpan.Zero).ToUnixTimeSeconds(),
        claims => claims["exp"] = new DateTimeOffset(2026, 3, 1, 12, 5, 0, TimeSpan.Zero).ToUnixTimeSeconds() + 0.5,
        claims => claims["nbf"] = new DateTimeOffset(2026, 3, 1, 11, 55, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
        claims => (claims["sub"], claims["tenant"]) = ("client", new JsonObject()),
    ];

    [Theory]
    [MemberData(nameof(GoodClaims))]
    public async Task Claims_as_known_clients_send_them_are_taken(Action<JsonObject> change)
    {
        var claims = server.Claims(Discovery);
        change(claims);
        using var response = await server.CallAsync(Discovery, server.Signer.Sign(claims));

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("none", "Algorithm")]
    [InlineData("HS384", "Algorithm")]
    [InlineData("RS256", "Algorithm")]
    [InlineData("PS384", "Algorithm")]
    public async Task Algorithms_that_are_not_trusted_are_refused(string algorithm, string fault) => await RefusedAsync(server.Signer.Sign(server.Claims(Discovery), algorithm), fault);

    [Fact]
    public async Task A_signature_must_be_that_of_the_named_key_over_these_bytes()
    {
        using var other = new TestSigner();
        var good = server.Signer.Sign(server.Claims(Discovery));
        var parts = good.Split('.');
        var claims = server.Signer.Sign(server.Claims(Discovery)).Split('.')[1];

        await RefusedAsync(other.Sign(server.Claims(Discovery)), "Signature");
        await RefusedAsync($"{parts[0]}.{claims}.{parts[2]}", "Signature");
        await RefusedAsync($"{parts[0]}.{parts[1]}.", "Signature");
        await RefusedAsync($"{parts[0]}.{parts[1]}.{parts[2][..^8]}AAAAAAAA", "Signature");

        // The key of one algorithm for the other.
        await RefusedAsync(server.Signer.Sign(server.Claims(Discovery), "RS384", server.Signer.EcId), "Signature");
        await RefusedAsync(server.Signer.Sign(server.Claims(Discovery), "ES384", server.Signer.RsaId), "Signature");
        using var response = await server.CallAsync(Discovery, good);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("""{"alg":"ES384","alg":"ES384","kid":"ec-1"}""", null)]
    [InlineData("""{"alg":"ES384","kid":"ec-1","crit":["b64"],"b64":false}""", null)]
    [InlineData("""{"alg":"ES384","kid":"ec-1","typ":"at+jwt"}""", null)]
    [InlineData("""{"alg":"ES384"}""", null)]
    [InlineData("""{"alg":"ES384","kid":"ec-1","jku":7}""", null)]
    [InlineData("[]", null)]
    [InlineData("nothing", null)]
    [InlineData(null, """{"iss":"https://inline.example.org","iss":"https://inline.example.org"}""")]
    [InlineData(null, """{"iss":"\ud800"}""")]
    [InlineData(null, "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public async Task A_token_that_means_two_things_or_nothing_is_none(string? header, string? claims) =>
        await RefusedAsync(server.Signer.Sign(header ?? """{"alg":"ES384","kid":"ec-1"}""", claims ?? server.Claims(Discovery).ToJsonString(), "ES384"), "Malformed");

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c.d")]
    [InlineData("e30=.e30=.AA==")]
    [InlineData("%%%.%%%.%%%")]
    public async Task What_is_no_token_is_refused(string token) => await RefusedAsync(token, token.Length == 0 ? "Missing" : "Malformed");

    [Fact]
    public async Task A_token_is_good_once_and_for_the_issuer_alone()
    {
        var claims = server.Claims(Discovery);
        var token = server.Signer.Sign(claims);
        var calls = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var response = await server.CallAsync(Discovery, token);
            return (int)response.StatusCode;
        }));
        Assert.Single(calls, status => status == 200);
        Assert.Equal(19, calls.Count(status => status == 401));

        claims["iss"] = TrustedServer.ByFile;
        using var other = await server.CallAsync(Discovery, server.Signer.Sign(claims));
        Assert.Equal(200, (int)other.StatusCode);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_not_used_up()
    {
        var claims = server.Claims(Discovery);
        using var other = new TestSigner();
        await RefusedAsync(other.Sign(claims), "Signature");
        using var response = await server.CallAsync(Discovery, server.Signer.Sign(claims));

        Assert.Equal(200, (int)response.StatusCode);
    }

    private async Task RefusedAsync(string token, string fault)
    {
        using var response = await server.CallAsync(Discovery, token);
        var outcome = await Bodies.ReadRefusalAsync(response, 401);

        // Every refusal reads the same.
        Assert.Contains("needs a token", outcome.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, outcome.GetProperty("issue").GetArrayLength());
        Assert.Contains(server.Log.Lines, line => line.Contains($"({fault})", StringComparison.Ordinal));
    }
}
