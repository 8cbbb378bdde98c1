using System.Diagnostics;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;
using FhirMsc.Server.Endpoints.Rest;
using FhirMsc.Server.Protocol;
using FhirMsc.Server.Publishing;
using FhirMsc.Server.Security;
using FhirMsc.Server.Settings;
using FhirMsc.Server.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Plugin;

/// <summary>
/// Mounts the endpoints as a branch that the host's routes, policies and JSON settings do not reach. The branch has services of its own; of the host's it uses
/// configuration and logging. A plug-in that cannot start leaves the host up: it says why in the log, and its paths answer 503.
/// </summary>
internal sealed partial class Mounting(IConfiguration configuration, ILoggerFactory loggers, IHostApplicationLifetime lifetime)
{
    private const string Services = "/cds-services";

    private readonly ILogger log = loggers.CreateLogger("FhirMsc");

    /// <summary>Mounts, before whatever is added to the pipeline after this.</summary>
    public void Mount(IApplicationBuilder app)
    {
        var (settings, issues) = SettingsReader.Read(configuration, SettingList.Plugin);
        if (settings is null)
        {
            foreach (var issue in issues)
            {
                LogSetting(issue.Text);
            }

            Refuse(app, Salvaged());
            return;
        }

#pragma warning disable CA1031 // The host starts whatever is wrong here.
        try
        {
            Mount(app, settings);
        }
        catch (Exception e)
        {
            LogBroken(e.GetType().Name, e.Message);
            Refuse(app, settings.Plugin);
        }
#pragma warning restore CA1031
    }

    private void Mount(IApplicationBuilder app, ServerSettings settings)
    {
        var (options, endpoints) = (settings.Plugin, settings.Standalone.Endpoints);
        var content = PluginContent.Build(options, settings.Site);
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton(lifetime);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(new DiagnosticListener("FhirMsc"));
        services.AddRouting();
        services.AddFhirMsc(content.Catalog, content.Services, endpoints, content.Further);
        if (settings.Standalone.Telemetry.Endpoint is not null)
        {
            services.AddSingleton(_ => new TelemetryExport(settings.Standalone.Telemetry));
        }

        var own = services.BuildServiceProvider();
        lifetime.ApplicationStopped.Register(own.Dispose);
        _ = own.GetService<TelemetryExport>();
        Branch(app, options, branch =>
        {
            branch.ApplicationServices = own;
            branch.Use((context, next) =>
            {
                // Where the host's routing ran before, its catch-all has been chosen already, and routing chooses only once.
                context.SetEndpoint(null);
                context.Request.RouteValues.Clear();
                return next(context);
            });
            branch.UseRouting();
            branch.UseEndpoints(routes =>
            {
                routes.MapFhirMsc();
                EndpointRegistration.MapNothing(routes, "/{**path}");
            });
        });
        if (settings.PublishTo is { } target)
        {
            var features = app.ServerFeatures;
            own.GetRequiredService<PublishOnStart>().StartWith(lifetime, () => PublishTarget.Find(target, features));
        }

        var version = typeof(Mounting).Assembly.GetName().Version?.ToString(3);
        var paths = options.MountServices ? $"{Services} and {options.Base}" : options.Base;
        var trust = endpoints.Trust.InWords();
        LogMounted(version, paths, content.Services.All.Count, content.Catalog.Artifacts.Count, trust);
    }

    /// <summary>Where the settings would mount, as far as they can be read.</summary>
    private PluginOptions Salvaged()
    {
        var section = configuration.GetSection(ServerSettings.Section);
        var options = new PluginOptions { MountServices = !bool.TryParse(section["MountServices"], out var on) || on };
        return section["Base"] is { } path && PluginOptions.IsPath(path) ? options with { Base = path } : options;
    }

    private static void Refuse(IApplicationBuilder app, PluginOptions options) =>
        Branch(app, options, branch => branch.Run(context =>
        {
            var answer = Answer.Refusal(StatusCodes.Status503ServiceUnavailable, PluginIssues.Broken.At(string.Empty, null));
            return (context.Request.Path.StartsWithSegments("/fhir") && RestNegotiation.PrefersXml(context.Request) ? InXml(answer) : answer).SendAsync(context);
        }));

    private static Answer InXml(Answer answer) => answer with
    {
        ContentType = "application/fhir+xml",
        Body = FhirXmlWriter.Write(JsonParser.Parse(answer.Body).Tree!.Root, FhirModel.For(FhirRelease.R4), JsonForm.Compact).Utf8,
    };

    private static void Branch(IApplicationBuilder app, PluginOptions options, Action<IApplicationBuilder> configure)
    {
        app.Map(options.Base, branch =>
        {
            branch.Use((context, next) =>
            {
                Audience.SetMount(context, options.Base);
                return next(context);
            });
            configure(branch);
        });
        if (options.MountServices)
        {
            app.MapWhen(context => context.Request.Path.StartsWithSegments(Services, StringComparison.Ordinal), configure);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "FhirMsc {Version} is mounted at {Paths}: {Services} services, {Resources} resources. {Trust}")]
    private partial void LogMounted(string? version, string paths, int services, int resources, string trust);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "FhirMsc is not mounted, its paths answer 503: {Exception}: {Reason}")]
    private partial void LogBroken(string exception, string reason);

    [LoggerMessage(EventId = 12, Level = LogLevel.Error, Message = "FhirMsc is not mounted, its paths answer 503: {Reason}")]
    private partial void LogSetting(string reason);
}
