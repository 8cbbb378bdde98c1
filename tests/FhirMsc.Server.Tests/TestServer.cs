using System.Net.Http.Headers;
using System.Text;
using FhirMsc.Server.Standalone;
using FhirMsc.Server.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Tests;

/// <summary>A standalone server with the test services, on a free port of this machine.</summary>
public class TestServer : IAsyncLifetime
{
    private readonly WebApplication app;

    public TestServer()
        : this(new FhirMscOptions { AllowedOrigins = ["*"], MaxRequestBytes = 64 * 1024 })
    {
    }

    protected TestServer(FhirMscOptions options, Action<IServiceCollection>? configure = null, TelemetryOptions? telemetry = null)
    {
        app = StandaloneHost.Build(TestServices.Catalog, TestServices.Hooks, new StandaloneOptions { Port = 0, Endpoints = options, Telemetry = telemetry ?? new() }, configure);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    public HttpClient Client { get; } = new();

    public IServiceProvider Services => app.Services;

    internal TestLog Log { get; } = new();

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.Single());
        Client.DefaultRequestHeaders.Add("Origin", "https://sandbox.cds-hooks.org");
    }

    public virtual async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, string? contentType = "application/json") =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), contentType);

    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return Client.PostAsync(path, content);
    }
}
