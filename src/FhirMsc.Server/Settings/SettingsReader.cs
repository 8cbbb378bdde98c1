using System.Net;
using FhirMsc.Fhir.Issues;
using FhirMsc.Server.Security;
using Microsoft.Extensions.Configuration;

namespace FhirMsc.Server.Settings;

/// <summary>Reads the settings and reports everything that is wrong with them at once, by name.</summary>
public static class SettingsReader
{
    /// <summary>Reads <c>appsettings.json</c> of a folder, if there is one, and over it the environment.</summary>
    /// <returns>The settings, or <see langword="null"/> with all that is wrong.</returns>
    public static (ServerSettings? Settings, IReadOnlyList<Issue> Issues) ReadFolder(string folder)
    {
        try
        {
            return Read(new ConfigurationBuilder().SetBasePath(Path.GetFullPath(folder)).AddJsonFile("appsettings.json", optional: true, reloadOnChange: false).AddEnvironmentVariables().Build());
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            return (null, [SettingsIssues.File.At(string.Empty, null, "appsettings.json")]);
        }
    }

    /// <summary>Reads the section of a configuration.</summary>
    /// <returns>The settings, or <see langword="null"/> with all that is wrong.</returns>
    public static (ServerSettings? Settings, IReadOnlyList<Issue> Issues) Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Read(configuration, SettingList.Standalone);
    }

    /// <summary>The same with other settings.</summary>
    internal static (ServerSettings? Settings, IReadOnlyList<Issue> Issues) Read(IConfiguration configuration, IReadOnlyList<Setting> known)
    {
        var issues = new List<Issue>();
        var settings = new ServerSettings();
        var section = configuration.GetSection(ServerSettings.Section);
        foreach (var setting in known)
        {
            var own = section.GetSection(setting.Name);
            if (!own.Exists())
            {
                continue;
            }

            var values = setting.IsList ? Values(own) : own.Value is { } value ? [value] : [];
            if (values.Count > 0 && setting.Apply(settings, values) is { } changed)
            {
                settings = changed;
            }
            else
            {
                issues.Add(SettingsIssues.Value.At(string.Empty, null, own.Path, setting.Form));
            }
        }

        Unknown(section, string.Empty, known, issues);
        var clients = section.GetSection(ClientSettings.Name).GetChildren().Select(client => ClientSettings.Read(client, issues)).OfType<TrustedClient>().ToList();
        var endpoints = settings.Standalone.Endpoints;
        settings = settings with { Standalone = settings.Standalone with { Endpoints = endpoints with { Trust = endpoints.Trust with { Clients = clients } } } };
        Together(section, settings, issues);
        return issues.Count > 0 ? (null, issues) : (settings, []);
    }

    /// <summary>The values of a list: the items of an array, or one text with commas between.</summary>
    internal static IReadOnlyList<string> Values(IConfigurationSection section) => section.Value is { } text
        ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [.. section.GetChildren().Select(child => child.Value).OfType<string>()];

    private static void Unknown(IConfigurationSection section, string path, IReadOnlyList<Setting> known, List<Issue> issues)
    {
        foreach (var child in section.GetChildren())
        {
            var name = path.Length == 0 ? child.Key : $"{path}:{child.Key}";
            if (name.Equals(ClientSettings.Name, StringComparison.OrdinalIgnoreCase) || known.Any(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (known.Any(setting => setting.Name.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)) && child.Value is null)
            {
                Unknown(child, name, known, issues);
            }
            else
            {
                issues.Add(SettingsIssues.Unknown.At(string.Empty, null, child.Path, $"{ServerSettings.Section}:{Names.Nearest(name, known.Select(setting => setting.Name).Append(ClientSettings.Name))}"));
            }
        }
    }

    /// <summary>What settings need of each other.</summary>
    private static void Together(IConfigurationSection section, ServerSettings settings, List<Issue> issues)
    {
        var trust = settings.Standalone.Endpoints.Trust;
        var hasClients = section.GetSection(ClientSettings.Name).GetChildren().Any();
        if (hasClients && trust.BaseUrl is null && !section.GetSection("Trust:BaseUrl").Exists())
        {
            issues.Add(SettingsIssues.Missing.At(string.Empty, null, $"{section.Path}:Trust:BaseUrl", "a token's 'aud' is the URL of the endpoint called, and that begins with it"));
        }

        if (trust.Clients.DistinctBy(client => client.Issuer).Count() < trust.Clients.Count)
        {
            issues.Add(SettingsIssues.Value.At(string.Empty, null, $"{section.Path}:{ClientSettings.Name}", "a list in which each 'Issuer' stands once; give one client several 'KeyUrls' instead"));
        }

        if (hasClients && trust.Open)
        {
            issues.Add(SettingsIssues.Conflict.At(string.Empty, null, $"{section.Path}:Trust:Open", $"{section.Path}:Trust:Clients", "either everybody is answered or these clients are"));
        }

        if (!IPAddress.IsLoopback(settings.Standalone.Address) && !hasClients && !trust.Open)
        {
            issues.Add(SettingsIssues.Exposed.At(string.Empty, null, $"{section.Path}:Address"));
        }
    }
}
