using FhirMsc.Server.Settings;

namespace FhirMsc.Cli;

/// <summary>The settings that a command runs with: <c>appsettings.json</c> in the present folder, and the environment over it.</summary>
internal static class SettingsFiles
{
    /// <summary>Reads them and prints all that is wrong.</summary>
    /// <returns>The settings, or <see langword="null"/>.</returns>
    public static ServerSettings? Read(TextWriter error)
    {
        var (settings, issues) = SettingsReader.ReadFolder(Directory.GetCurrentDirectory());
        foreach (var issue in issues)
        {
            error.WriteLine($"{issue.Kind.Id}: {issue.Text}");
        }

        return settings;
    }
}
