using System.Globalization;
using System.Net;
using FhirMsc.Server.Plugin;
using FhirMsc.Server.Security;
using FhirMsc.Server.Storage;
using FhirMsc.Server.Telemetry;

namespace FhirMsc.Server.Settings;

/// <summary>The lists of settings, but for the trusted clients, which have settings of their own.</summary>
internal static class SettingList
{
    private static readonly string[] Asymmetric = ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];

    private static readonly Setting[] Both =
    [
        Many("FhirHosts", "origins such as https://ehr.example.org, without a path", v => v.All(OriginText.IsWeb), (e, v) => e with { FhirHosts = v }),
        Many("AllowedOrigins", "origins such as https://sandbox.cds-hooks.org, or *", v => v.All(origin => origin == "*" || OriginText.IsOrigin(origin)), (e, v) => e with { AllowedOrigins = v }),
        Number("MaxRequestBytes", 1024, 256 * 1024 * 1024, (s, n) => Endpoints(s, e => e with { MaxRequestBytes = n })),
        Number("ReadTimeoutSeconds", 1, 600, (s, n) => Endpoints(s, e => e with { ReadTimeout = TimeSpan.FromSeconds(n) })),
        Switch("Explain", (s, on) => Endpoints(s, e => e with { Explain = on })),
        One("Site", "a file", (s, v) => v.Length > 0 ? s with { Site = v } : null),
        One("Storage:File", "the path of a file, which is made if it is missing", (s, v) => v.Length > 0 ? Endpoints(s, e => e with { Storage = e.Storage with { File = v } }) : null),
        One("Storage:Postgres", "a connection string such as Host=db;Database=fhirmsc;Username=fhirmsc;Password=…", (s, v) => StorageOptions.IsConnectionString(v) ? Endpoints(s, e => e with { Storage = e.Storage with { Postgres = v } }) : null),
        Switch("Trust:Open", (s, on) => Trust(s, t => t with { Open = on })),
        One("Trust:BaseUrl", "the https URL under which clients call this server, e.g. https://cds.example.org/msc", (s, v) => OriginText.IsBase(v) ? Trust(s, t => t with { BaseUrl = v.TrimEnd('/') }) : null),
        Many("Trust:Algorithms", $"some of {string.Join(", ", Asymmetric)}", (s, v) => v.Count > 0 && v.All(Asymmetric.Contains) ? Trust(s, t => t with { Algorithms = v }) : null),
        Number("Trust:ClockSkewSeconds", 0, 300, (s, n) => Trust(s, t => t with { ClockSkew = TimeSpan.FromSeconds(n) })),
        Number("Trust:LongestLifeSeconds", 60, 24 * 3600, (s, n) => Trust(s, t => t with { LongestLife = TimeSpan.FromSeconds(n) })),
        Number("Trust:KeyLifeSeconds", 1, 24 * 3600, (s, n) => Trust(s, t => t with { KeyLife = TimeSpan.FromSeconds(n) })),
        One("Telemetry:Endpoint", "the http or https URL of an OTLP receiver such as http://localhost:4318", (s, v) => OriginText.IsUrl(v) ? Telemetry(s, t => t with { Endpoint = new Uri(v) }) : null),
        One("Telemetry:ServiceName", "a name", (s, v) => v.Length > 0 ? Telemetry(s, t => t with { ServiceName = v }) : null),
    ];

    /// <summary>Those of <c>serve</c>.</summary>
    public static IReadOnlyList<Setting> Standalone { get; } =
    [
        One("Address", "an IP address such as 127.0.0.1, or 0.0.0.0 for all of this machine's", (s, v) => IPAddress.TryParse(v, out var address) ? s with { Standalone = s.Standalone with { Address = address } } : null),
        Number("Port", 0, IPEndPoint.MaxPort, (s, n) => s with { Standalone = s.Standalone with { Port = n } }),
        Number("DrainSeconds", 0, 600, (s, n) => s with { Standalone = s.Standalone with { Drain = TimeSpan.FromSeconds(n) } }),
        One("Cache", "the path of a folder, which is made if it is missing, or off", (s, v) => v.Length > 0 ? s with { Cache = v.Equals("off", StringComparison.OrdinalIgnoreCase) ? null : Path.GetFullPath(v) } : null),
        Switch("Watch", (s, on) => s with { Watch = on }),
        One("LogFormat", "text or json", (s, v) => v is "text" or "json" ? s with { Standalone = s.Standalone with { JsonLog = v == "json" } } : null),
        One("PublishTo", "the base URL of a FHIR server, such as https://fhir.example.org/r4", (s, v) => OriginText.IsServer(v) ? s with { PublishTo = v } : null),
        .. Both,
    ];

    /// <summary>Those of a host that is compiled with us, and says itself where we are.</summary>
    public static IReadOnlyList<Setting> Library { get; } =
    [
        One("Resources", "a folder", (s, v) => v.Length > 0 ? Plug(s, p => p with { Resources = v }) : null),
        One("PublishTo", "the base URL of a FHIR server, such as https://fhir.example.org/r4, or a path of the host itself, such as /fhir", (s, v) => PluginOptions.IsPath(v) || OriginText.IsServer(v) ? s with { PublishTo = v } : null),
        .. Both,
    ];

    /// <summary>Those of the plug-in.</summary>
    public static IReadOnlyList<Setting> Plugin { get; } =
    [
        One("Base", "a path such as /fhirmsc", (s, v) => PluginOptions.IsPath(v) ? Plug(s, p => p with { Base = v }) : null),
        Switch("MountServices", (s, on) => Plug(s, p => p with { MountServices = on })),
        .. Library,
    ];

    private static Setting One(string name, string form, Func<ServerSettings, string, ServerSettings?> apply) =>
        new(name, form, false, (settings, values) => apply(settings, values[0]));

    private static Setting Number(string name, int least, int most, Func<ServerSettings, int, ServerSettings> apply) =>
        One(name, FormattableString.Invariant($"a number from {least} to {most}"), (settings, value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? apply(settings, number) : null);

    private static Setting Switch(string name, Func<ServerSettings, bool, ServerSettings> apply) =>
        One(name, "true or false", (settings, value) => bool.TryParse(value, out var on) ? apply(settings, on) : null);

    private static Setting Many(string name, string form, Func<ServerSettings, IReadOnlyList<string>, ServerSettings?> apply) => new(name, form, true, apply);

    private static Setting Many(string name, string form, Func<IReadOnlyList<string>, bool> isForm, Func<FhirMscOptions, IReadOnlyList<string>, FhirMscOptions> apply) =>
        Many(name, form, (settings, values) => isForm(values) ? Endpoints(settings, endpoints => apply(endpoints, values)) : null);

    private static ServerSettings Endpoints(ServerSettings settings, Func<FhirMscOptions, FhirMscOptions> change) =>
        settings with { Standalone = settings.Standalone with { Endpoints = change(settings.Standalone.Endpoints) } };

    private static ServerSettings Plug(ServerSettings settings, Func<PluginOptions, PluginOptions> change) => settings with { Plugin = change(settings.Plugin) };

    private static ServerSettings Telemetry(ServerSettings settings, Func<TelemetryOptions, TelemetryOptions> change) =>
        settings with { Standalone = settings.Standalone with { Telemetry = change(settings.Standalone.Telemetry) } };

    private static ServerSettings Trust(ServerSettings settings, Func<TrustOptions, TrustOptions> change) => Endpoints(settings, endpoints => endpoints with { Trust = change(endpoints.Trust) });
}
