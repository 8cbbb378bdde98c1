using System.CommandLine;
using System.Diagnostics;
using FhirMsc.Cli.Commands;

namespace FhirMsc.Cli;

/// <summary>The <c>fhirmsc</c> tool: one list of commands.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">Words of the command line.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where findings about the usage go.</param>
    /// <param name="stop">Ends a command that runs until it is stopped.</param>
    /// <param name="terminal">What the surroundings can do; nothing if <see langword="null"/>.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken stop, Terminal? terminal = null)
    {
        var root = new RootCommand("Turns clinical guidelines into FHIR, validates it and serves it through CDS Hooks.")
        {
            ServeCommand.Create(output, error),
            ImportCommand.Create(output, error, terminal ?? Terminal.None),
            ReviewCommand.Create(output, error, terminal ?? Terminal.None),
            GenerateCommand.Create(output, error),
            ValidateCommand.Create(output, error, terminal ?? Terminal.None),
            BundleCommand.Create(output, error),
            PackageCommand.Create(output, error),
            PublishCommand.Create(output, error),
            DiffCommand.Create(output, error),
            LossesCommand.Create(output, error),
            TraceCommand.Create(output, error),
            ReleaseCommand.Create(output, error),
            SignCommand.CreateSign(output, error),
            SignCommand.CreateVerify(output, error),
            ApplyCommand.Create(output, error),
            TestCommand.Create(output, error),
            FeedbackCommand.Create(output, error),
            SiteCommand.Create(output, error),
            RequirementsCommand.Create(output, error),
            DefinitionsCommand.Create(output, error),
            SnapshotCommand.Create(output, error),
            PackagesCommand.Create(output, error),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync($"Try: fhirmsc {string.Join(' ', parsed.CommandResult.Command.Name == root.Name ? [] : [parsed.CommandResult.Command.Name])} --help".Replace("  ", " ", StringComparison.Ordinal));
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration, stop);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped before the end.");
            return ExitCode.Findings;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.Findings;
        }
#pragma warning disable CA1031 // A user gets a sentence and an exit code, never a stack trace, which may hold what was read.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync($"This should not have happened ({e.GetType().Name} in '{parsed.CommandResult.Command.Name}'{Place(e)}). Please report the command and what it was given.");
            return ExitCode.Findings;
        }
    }

    /// <summary>The type of ours in which something unforeseen was thrown, so that it can be found; a name out of the program, nothing of what was read.</summary>
    private static string Place(Exception problem) =>
        new StackTrace(problem).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType?.FullName).FirstOrDefault(name => name?.StartsWith("FhirMsc.", StringComparison.Ordinal) == true) is { } type
            ? $", {type}"
            : string.Empty;
}
