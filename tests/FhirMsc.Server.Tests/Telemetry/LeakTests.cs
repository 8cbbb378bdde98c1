using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FhirMsc.Server.Telemetry;
using FhirMsc.Server.Tests.Security;

namespace FhirMsc.Server.Tests.Telemetry;

/// <summary>Puts a marker into every field of calls, tokens, headers and paths, and looks for it wherever something leaves the process or stays behind.</summary>
public class LeakTests
{
    private const string Marker = "PLANTEDmarker";

    [Fact]
    public async Task Nothing_of_a_call_or_a_token_leaves_by_logs_traces_metrics_refusals_or_the_state()
    {
        await using var receiver = await Receiver.StartAsync();
        var server = new TrustedServer(new TelemetryOptions { Endpoint = receiver.Address });
        await server.InitializeAsync();
        var answers = new List<string>();
        try
        {
            foreach (var call in Calls(server))
            {
                using var request = call();
                request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
                request.Headers.Add("tracestate", $"vendor={Marker}");
                request.Headers.Add("baggage", $"patient={Marker}");
                request.Headers.Add("X-Request-Id", Marker);
                request.Headers.Add("User-Agent", Marker);
                request.Headers.Add("Cookie", $"session={Marker}");
                using var response = await server.Client.SendAsync(request);
                var answer = await response.Content.ReadAsStringAsync();

                // A card may name the client's own order to the client. Refusals may not repeat anything.
                if ((int)response.StatusCode != 200)
                {
                    answers.Add($"{(int)response.StatusCode} {response.Headers} {answer}");
                }
            }
        }
        finally
        {
            await server.DisposeAsync();
        }

        Assert.True(answers.Count > 100, $"{answers.Count} refusals");
        Assert.Equal([400, 401, 404, 412, 500], answers.Select(answer => int.Parse(answer[..3], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order().Where(status => status is not (405 or 415 or 403)));
        Assert.DoesNotContain(answers, Holds);
        Assert.NotEmpty(server.Log.Lines);
        Assert.DoesNotContain(server.Log.Lines, Holds);
        Assert.Contains(receiver.Received, sent => sent.Path == "/v1/traces" && sent.Content.Contains("POST /cds-services/{id}", StringComparison.Ordinal));
        Assert.Contains(receiver.Received, sent => sent.Path == "/v1/metrics" && sent.Content.Contains("fhirmsc.tokens", StringComparison.Ordinal));
        Assert.DoesNotContain(receiver.Received, sent => Holds(sent.Content));
        Assert.DoesNotContain(receiver.Received, sent => sent.Content.Contains("ehr.example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_state_holds_no_text_of_a_client()
    {
        var server = new TrustedServer();
        await server.InitializeAsync();
        try
        {
            foreach (var call in Calls(server).Take(400))
            {
                using var response = await server.Client.SendAsync(call());
            }

            foreach (var file in new[] { server.StateFile, $"{server.StateFile}-wal" })
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(stream, Encoding.Latin1);
                Assert.DoesNotContain(Marker, await reader.ReadToEndAsync(), StringComparison.OrdinalIgnoreCase);
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static bool Holds(string text) => text.Contains(Marker, StringComparison.OrdinalIgnoreCase)
        || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(Marker))[..12], StringComparison.Ordinal);

    private static IEnumerable<Func<HttpRequestMessage>> Calls(TrustedServer server)
    {
        // Bodies: the marker in the place of each value, and of each name.
        foreach (var (path, text) in new[]
        {
            ("/cds-services/test-view", TestServices.View(TestServices.Covid)), ("/cds-services/test-sign", TestServices.Sign(TestServices.Covid)), ("/cds-services/test-broken", TestServices.View(TestServices.Covid)),
            ("/cds-services/test-view/feedback", """{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","overrideReason":{"reason":{"system":"s","code":"c","display":"d"},"userComment":"u"},"acceptedSuggestions":[{"id":"e56e1945-20b3-4393-8503-a1a20fd73152"}],"outcomeTimestamp":"2021-05-02T10:05:31Z"}]}"""),
        })
        {
            foreach (var body in Planted(text).Append("{" + Marker).Append($"{{\"{Marker}\":1,\"{Marker}\":2}}"))
            {
                yield return () => Request(server, HttpMethod.Post, path, server.Signer.Sign(server.Claims(path)), body);
            }
        }

        // Tokens: the marker in each claim and each member of the header, and in the signature.
        foreach (var name in new[] { "iss", "aud", "exp", "iat", "nbf", "jti", "sub", "tenant", Marker })
        {
            yield return () =>
            {
                var claims = server.Claims("/cds-services");
                claims[name] = Marker;
                return Request(server, HttpMethod.Get, "/cds-services", server.Signer.Sign(claims), null);
            };
        }

        foreach (var name in new[] { "alg", "kid", "jku", "typ", "cty", Marker })
        {
            yield return () => Request(server, HttpMethod.Get, "/cds-services", server.Signer.Sign(server.Claims("/cds-services"), header: header => header[name] = Marker), null);
        }

        foreach (var token in new[] { Marker, $"{Marker}.{Marker}.{Marker}", $"e30.e30.{Marker}" })
        {
            yield return () => Request(server, HttpMethod.Get, "/cds-services", token, null);
        }

        // Paths, queries, methods, types.
        yield return () => Request(server, HttpMethod.Get, $"/{Marker}", null, null);
        yield return () => Request(server, HttpMethod.Get, $"/fhir/{Marker}/{Marker}?patient={Marker}", null, null);
        yield return () => Request(server, HttpMethod.Get, $"/cds-services/{Marker}/{Marker}", null, null);
        yield return () => Request(server, HttpMethod.Post, $"/cds-services/{Marker}?x={Marker}", server.Signer.Sign(server.Claims($"/cds-services/{Marker}")), "{}");
        yield return () => Request(server, new HttpMethod(Marker), "/cds-services", null, null);
        yield return () => Request(server, HttpMethod.Post, "/cds-services/test-view", server.Signer.Sign(server.Claims("/cds-services/test-view")), "{}", $"text/{Marker}");
    }

    private static HttpRequestMessage Request(TrustedServer server, HttpMethod method, string path, string? token, string? body, string type = "application/json")
    {
        var request = new HttpRequestMessage(method, new Uri(server.Client.BaseAddress!, path));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        return request;
    }

    /// <summary>The text once for each value with the marker in its place, once for each with an object of it, and once for each name.</summary>
    private static IEnumerable<string> Planted(string text)
    {
        var places = Leaves(JsonNode.Parse(text)!).Count();
        for (var place = 0; place < places; place++)
        {
            foreach (var kind in new[] { 0, 1, 2 })
            {
                var root = JsonNode.Parse(text)!;
                var leaf = Leaves(root).ElementAt(place);
                JsonNode planted = kind == 1 ? new JsonObject { [Marker] = Marker } : JsonValue.Create(kind == 0 ? Marker : $"{leaf}{Marker}")!;
                if (leaf.Parent is JsonArray array)
                {
                    array[array.IndexOf(leaf)] = planted;
                }
                else if (leaf.Parent is JsonObject owner)
                {
                    owner[leaf.GetPropertyName()] = planted;
                }

                yield return root.ToJsonString();
            }
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject owner => owner.SelectMany(member => Leaves(member.Value!)),
        JsonArray array => array.SelectMany(item => Leaves(item!)),
        _ => [node],
    };
}
