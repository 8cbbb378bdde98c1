using FhirMsc.Server.Publishing;
using FhirMsc.Server.Settings;
using FhirMsc.Server.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Plugin;

/// <summary>What a host that is compiled with us serves, by the section <c>FhirMsc</c> of its configuration: built when the endpoints are mapped, through the gate like everything else.</summary>
internal sealed partial class ConfiguredContent
{
    private readonly ILogger log;
    private int isBegun;

    /// <exception cref="InvalidOperationException">The settings are wrong, all of them are named; or the content does not pass the gate.</exception>
    public ConfiguredContent(IConfiguration configuration, ILoggerFactory loggers)
    {
        log = loggers.CreateLogger("FhirMsc");
        var (settings, issues) = SettingsReader.Read(configuration, SettingList.Library);
        Settings = settings ?? throw new InvalidOperationException(string.Join('\n', issues.Select(issue => issue.Text)));
        Content = PluginContent.Build(Settings.Plugin, Settings.Site);
    }

    /// <summary>The settings.</summary>
    public ServerSettings Settings { get; }

    /// <summary>What is served.</summary>
    public PluginContent Content { get; }

    /// <summary>Starts what runs beside the endpoints: telemetry, and publishing after the host's start. The second time, nothing.</summary>
    /// <param name="services">The host's services.</param>
    public void Begin(IServiceProvider services)
    {
        if (Interlocked.Exchange(ref isBegun, 1) != 0)
        {
            return;
        }

        if (Settings.Standalone.Telemetry.Endpoint is not null)
        {
            _ = services.GetRequiredService<TelemetryExport>();
        }

        if (Settings.PublishTo is { } target)
        {
            var features = services.GetRequiredService<IServer>().Features;
            services.GetRequiredService<PublishOnStart>().StartWith(services.GetRequiredService<IHostApplicationLifetime>(), () => PublishTarget.Find(target, features));
        }

        var (version, trust) = (typeof(ConfiguredContent).Assembly.GetName().Version?.ToString(3), Settings.Standalone.Endpoints.Trust.InWords());
        LogMapped(version, Content.Services.All.Count, Content.Catalog.Artifacts.Count, trust);
    }

    [LoggerMessage(EventId = 13, Level = LogLevel.Information, Message = "FhirMsc {Version} is mapped: {Services} services, {Resources} resources. {Trust}")]
    private partial void LogMapped(string? version, int services, int resources, string trust);
}
