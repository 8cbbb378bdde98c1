using System.ComponentModel;
using System.Diagnostics;

namespace FhirMsc.Server.Tests.Cli;

/// <summary>A test against a FHIR server of another make, which npm brings into the user's cache; skipped, with the reason, without node, npm or their registry.</summary>
internal sealed class RouterFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Problem = new(Install);

    public RouterFactAttribute() => Skip = Problem.Value;

    /// <summary>The server's program.</summary>
    public static string Program => Path.Combine(Tool.Root, "tests", "Hosts", "Router", "server.cjs");

    /// <summary>Folder that npm has installed into.</summary>
    public static string Folder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "fhirmsc", "router-4.5.2");

    private static string? Install()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "@medplum", "fhir-router")))
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(Folder);
            File.Copy(Path.Combine(Path.GetDirectoryName(Program)!, "package.json"), Path.Combine(Folder, "package.json"), overwrite: true);
            using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = Folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
            return npm.WaitForExit(TimeSpan.FromSeconds(90)) && npm.ExitCode == 0 ? null : "npm could not install @medplum/fhir-router 4.5.2.";
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            return $"npm is not here or cannot write: {e.Message}";
        }
    }
}
