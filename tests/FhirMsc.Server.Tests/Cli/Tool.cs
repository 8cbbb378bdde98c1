using System.Diagnostics;

namespace FhirMsc.Server.Tests.Cli;

/// <summary>The built <c>fhirmsc</c> tool as a process, run in the repository's top folder as the README says.</summary>
internal static class Tool
{
    public static string Root { get; } = FindRoot();

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command that runs until it is ended; the caller ends it.</summary>
    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [typeof(FhirMsc.Cli.Workspace).Assembly.Location, .. arguments])
    {
        WorkingDirectory = Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "FhirMsc.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return at.FullName;
    }
}
