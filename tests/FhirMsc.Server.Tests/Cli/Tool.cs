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
    public static Process Start(params string[] arguments) => Start(new Dictionary<string, string?>(), arguments);

    /// <summary>Starts a command with more variables in its environment.</summary>
    public static Process Start(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FhirMsc.Cli.Workspace).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Reads what a command prints up to the line with a text, or to the end.</summary>
    public static string ReadUntil(Process process, string text)
    {
        var printed = string.Empty;
        while (!printed.Contains(text, StringComparison.Ordinal) && process.StandardOutput.ReadLine() is { } line)
        {
            printed += line + "\n";
        }

        return printed.TrimEnd();
    }

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
