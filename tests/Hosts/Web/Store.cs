using System.Collections.Concurrent;

namespace Hosts.Web;

/// <summary>
/// A FHIR store at <c>/fhir</c>, as a host may have one: slow to start, without bundles, and, if HOST_SECRET is set, only for clients with a token that it gives at
/// <c>/token</c> for that secret and that runs out after a few requests.
/// </summary>
internal static class Store
{
    private const int UsesOfToken = 40;
    private const int RefusedAtFirst = 5;

    private static readonly ConcurrentDictionary<string, string> Resources = new();
    private static readonly string? Secret = Environment.GetEnvironmentVariable("HOST_SECRET");
    private static int asked;
    private static int tokens;
    private static int left;

    public static void Map(WebApplication app)
    {
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (form["grant_type"] != "client_credentials" || form["client_id"] != "plug-in" || form["client_secret"] != Secret)
            {
                return Results.StatusCode(401);
            }

            left = UsesOfToken;
            return Results.Content($$"""{"access_token":"token-{{++tokens}}","token_type":"bearer"}""", "application/json");
        });
        app.MapGet("/stored", () => $"{Resources.Count} resources, {tokens} tokens");
        app.MapGet("/fhir/metadata", () => ++asked <= RefusedAtFirst ? Results.StatusCode(503) : Fhir("""{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1"}"""));
        var store = app.MapGroup("/fhir").AddEndpointFilter(async (context, next) =>
            Secret is null || (context.HttpContext.Request.Headers.Authorization == $"Bearer token-{tokens}" && left-- > 0) ? await next(context) : Results.StatusCode(401));
        store.MapGet("/{type}/{id}", (string type, string id) => Resources.TryGetValue($"{type}/{id}", out var found) ? Fhir(found) : Results.StatusCode(404));
        store.MapGet("/{type}", (string type) => Fhir("""{"resourceType":"Bundle","type":"searchset"}"""));
        store.MapPost("/", () => Results.StatusCode(422));
        store.MapPut("/{type}/{id}", async (string type, string id, HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            return Fhir(Resources[$"{type}/{id}"] = await reader.ReadToEndAsync());
        });
    }

    private static IResult Fhir(string json) => Results.Content(json, "application/fhir+json");
}
