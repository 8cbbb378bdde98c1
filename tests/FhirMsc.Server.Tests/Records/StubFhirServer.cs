using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Tests.Records;

/// <summary>A FHIR server on this machine that answers as a test tells it to, and remembers what it was asked.</summary>
public sealed class StubFhirServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Func<HttpContext, Task> answer;

    private StubFhirServer(Func<HttpContext, Task> answer)
    {
        this.answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(context =>
        {
            Asked.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers.Authorization.ToString()));
            return this.answer(context);
        });
    }

    /// <summary>Path with query, and the Authorization header, of each request.</summary>
    public ConcurrentQueue<(string Path, string Authorization)> Asked { get; } = new();

    /// <summary>Base URL.</summary>
    public string Url => app.Urls.Single();

    public static async Task<StubFhirServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var server = new StubFhirServer(answer);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>A server with Conditions and nothing else.</summary>
    public static Task<StubFhirServer> WithConditionsAsync(string conditions) =>
        StartAsync(context => JsonAsync(context, context.Request.Path.Value!.EndsWith("Condition", StringComparison.Ordinal) ? conditions : """{"resourceType":"Bundle","type":"searchset","total":0}"""));

    public static Task JsonAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/fhir+json";
        return context.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
