using FhirMsc.Server.Plugin;
using FhirMsc.Server.Standalone;

namespace FhirMsc.Server.Settings;

/// <summary>All settings of a standalone server or of the plug-in, as they stand in section <c>FhirMsc</c> of <c>appsettings.json</c> or in the environment.</summary>
public sealed record ServerSettings
{
    /// <summary>Name of the section, and first part of the environment variables (<c>FhirMsc__Port</c>).</summary>
    public const string Section = "FhirMsc";

    /// <summary>Address, port, endpoints, trust, storage, telemetry.</summary>
    public StandaloneOptions Standalone { get; init; } = new() { Port = 5080, Endpoints = new FhirMscOptions { Storage = new() { File = DefaultState } } };

    /// <summary>File with the site's own codes and settings; <see langword="null"/> without.</summary>
    public string? Site { get; init; }

    /// <summary>Whether content and site file are watched, and a good new version takes the place of the old one.</summary>
    public bool Watch { get; init; }

    /// <summary>The FHIR server that everything is published into after the start: its base URL, or for the plug-in a path of the host; <see langword="null"/> for none.</summary>
    public string? PublishTo { get; init; }

    /// <summary>What only the plug-in has.</summary>
    internal PluginOptions Plugin { get; init; } = new();

    /// <summary>Folder in which is kept what passed the gate, so that a start with the same content need not repeat it; <see langword="null"/> to keep nothing.</summary>
    public string? Cache { get; init; } = DefaultCache;

    /// <summary>
    /// Where that lies unless the settings say otherwise: in the user's own folder for such files (XDG Base Directory Specification 0.8: a relative <c>XDG_CACHE_HOME</c> is to be
    /// ignored); nowhere if there is none.
    /// </summary>
    public static string? DefaultCache
    {
        get
        {
            var named = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            var home = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify)
                : Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } own ? Path.Combine(own, ".cache") : string.Empty;
            var folder = Path.IsPathFullyQualified(named ?? string.Empty) ? named! : home;
            return Path.IsPathFullyQualified(folder) ? Path.Combine(folder, "fhirmsc", "verified") : null;
        }
    }

    /// <summary>Where the state lies unless the settings say otherwise: in the user's own data folder, or here if there is none.</summary>
    public static string DefaultState
    {
        get
        {
            var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return folder.Length > 0 ? Path.Combine(folder, "fhirmsc", "state.db") : "fhirmsc-state.db";
        }
    }
}
