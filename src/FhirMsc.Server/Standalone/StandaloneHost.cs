using System.Net;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Server.Publishing;
using FhirMsc.Server.Storage;
using FhirMsc.Server.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Standalone;

/// <summary>The server on its own: what <c>fhirmsc serve</c> starts.</summary>
public static partial class StandaloneHost
{
    /// <summary>How long calls that have begun may take to end when the server stops.</summary>
    private static readonly TimeSpan Finish = TimeSpan.FromSeconds(20);

    /// <summary>Settings are read once, and their mistakes told at start: no file needs to be watched for them.</summary>
    private static readonly string[] NoWatching = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>The host's log of requests as they begin and end.</summary>
    private const string RequestDiagnostics = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>Builds a server that is not started yet. After <c>StartAsync</c>, <c>Urls</c> tells where it listens.</summary>
    /// <param name="catalog">What is published.</param>
    /// <param name="hooks">The CDS services.</param>
    /// <param name="options">Settings; the defaults if <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">The settings cannot work.</exception>
    public static WebApplication Build(Catalog catalog, HookServices hooks, StandaloneOptions? options = null) => Build(Begin(), catalog, hooks, options, null);

    /// <summary>The same on a builder that was begun before.</summary>
    /// <param name="builder">What <see cref="Begin"/> gave.</param>
    /// <param name="catalog">What is published.</param>
    /// <param name="hooks">The CDS services.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="ArgumentException">The settings cannot work.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, Catalog catalog, HookServices hooks, StandaloneOptions options) => Build(builder, catalog, hooks, options, null);

    /// <summary>The part of a server that does not depend on what it serves, for whoever makes the two side by side.</summary>
    public static WebApplicationBuilder Begin() => WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = NoWatching });

    /// <summary>Opens the state, for which the first who asks whether the server is ready would have to wait. What is wrong with it, readiness tells; nobody waits here.</summary>
    public static void Warm(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var health = app.Services.GetRequiredService<StoreHealth>();
        _ = Task.Run(() => health.FaultAsync(CancellationToken.None).AsTask());
    }

    /// <summary>The same with services in place of those that it would take itself.</summary>
    internal static WebApplication Build(Catalog catalog, HookServices hooks, StandaloneOptions? options, Action<IServiceCollection>? configure) => Build(Begin(), catalog, hooks, options, configure);

    private static WebApplication Build(WebApplicationBuilder builder, Catalog catalog, HookServices hooks, StandaloneOptions? options, Action<IServiceCollection>? configure)
    {
        options ??= new StandaloneOptions();
        if (!IPAddress.IsLoopback(options.Address) && options.Endpoints.FhirHosts.Count == 0)
        {
            throw new ArgumentException("A server that other machines can reach must be told which FHIR servers it may ask: name at least one FHIR host.", nameof(options));
        }

        if (!IPAddress.IsLoopback(options.Address) && options.Endpoints.Trust is { Open: false, Clients.Count: 0 })
        {
            throw new ArgumentException("A server that other machines can reach must be told whom to trust: list trusted clients, or say that it is open.", nameof(options));
        }

        var endpoints = options.Endpoints with { AcceptLoopbackFhirServers = options.Endpoints.AcceptLoopbackFhirServers || IPAddress.IsLoopback(options.Address) };
        if (options.JsonLog)
        {
            builder.Logging.ClearProviders().AddJsonConsole();
        }

        // With a logger of this name, however little it would write, the host makes a span and a scope for each request, and nobody reads them: ours are made by RequestTelemetry.
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter(RequestDiagnostics, LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Address, options.Port);
            Limit(kestrel, options.Endpoints.MaxRequestBytes);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain + Finish);
        builder.Services.AddHostedService(provider => new Drain(options.Drain, provider.GetRequiredService<TimeProvider>()));
        if (options.Telemetry.Endpoint is not null)
        {
            builder.Services.AddSingleton(_ => new TelemetryExport(options.Telemetry));
        }

        configure?.Invoke(builder.Services);
        builder.Services.AddFhirMsc(catalog, hooks, endpoints, options.Further);
        var app = builder.Build();
        app.MapFhirMsc();
        _ = app.Services.GetService<TelemetryExport>();
        if (options.PublishTo is { } target)
        {
            app.Services.GetRequiredService<PublishOnStart>().StartWith(app.Lifetime, () => target);
        }

        if (endpoints.Trust.Open)
        {
            app.Lifetime.ApplicationStarted.Register(() => LogOpen(app.Logger));
        }

        EndpointRegistration.MapNothing(app, "/{**path}");
        return app;
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "Open: everybody who reaches this server is answered without a token, because the setting Trust:Open says so")]
    private static partial void LogOpen(ILogger log);

    private static void Limit(KestrelServerOptions kestrel, int maxRequestBytes)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));

        // Our own limit gives the answer; this one ends the connection when a client goes on sending after it. The distance between the two lets clients that
        // first send everything and then read (most of them) see the answer instead of a reset.
        kestrel.Limits.MaxRequestBodySize = 4L * maxRequestBytes;
    }
}
