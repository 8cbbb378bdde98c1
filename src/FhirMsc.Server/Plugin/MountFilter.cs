using System.Diagnostics;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Plugin;

/// <summary>
/// Mounts the endpoints in front of the host's own pipeline, as a branch that the host's routes, policies and JSON settings do not reach. The branch has services of
/// its own; of the host's it uses configuration and logging.
/// </summary>
internal sealed partial class MountFilter(IConfiguration configuration, ILoggerFactory loggers, IHostApplicationLifetime lifetime) : IStartupFilter
{
    private readonly ILogger log = loggers.CreateLogger("FhirMsc");

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var options = PluginOptions.Read(configuration);
#pragma warning disable CA1031 // A broken plug-in leaves the host up: it says why, in the log and to whoever calls.
        try
        {
            Mount(app, options);
        }
        catch (Exception e)
        {
            LogBroken(e.GetType().Name, e.Message);
            Branch(app, options, branch => branch.Run(context => Answer.Refusal(StatusCodes.Status503ServiceUnavailable, PluginIssues.Broken.At(string.Empty, null)).SendAsync(context)));
        }
#pragma warning restore CA1031

        next(app);
    };

    private void Mount(IApplicationBuilder app, PluginOptions options)
    {
        var content = PluginContent.Build(options);
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton(lifetime);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(new DiagnosticListener("FhirMsc"));
        services.AddRouting();
        services.AddFhirMsc(content.Catalog, content.Services, options.Endpoints, content.Further);
        var own = services.BuildServiceProvider();
        lifetime.ApplicationStopped.Register(own.Dispose);
        Branch(app, options, branch =>
        {
            branch.ApplicationServices = own;

            // Whoever checks callers (tokens, client certificates) goes here: behind the host's AllowedHosts, before anything of ours.
            branch.UseRouting();
            branch.UseEndpoints(routes =>
            {
                routes.MapFhirMsc();
                EndpointRegistration.MapNothing(routes, "/{**path}");
            });
        });
        var version = typeof(MountFilter).Assembly.GetName().Version?.ToString(3);
        var paths = options.MountServices ? $"/cds-services and {options.Base}" : options.Base;
        LogMounted(version, paths, content.Services.All.Count, content.Catalog.Artifacts.Count);
    }

    private static void Branch(IApplicationBuilder app, PluginOptions options, Action<IApplicationBuilder> configure)
    {
        app.Map(options.Base, configure);
        if (options.MountServices)
        {
            app.MapWhen(context => context.Request.Path.StartsWithSegments("/cds-services", StringComparison.Ordinal), configure);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "FhirMsc {Version} is mounted at {Paths}: {Services} services, {Resources} resources")]
    private partial void LogMounted(string? version, string paths, int services, int resources);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "FhirMsc is not mounted, its paths answer 503: {Exception}: {Reason}")]
    private partial void LogBroken(string exception, string reason);
}
