using System.CommandLine;
using System.Reflection;
using FhirMsc.Cli.Validation;
using FhirMsc.Conformance.Baselines;
using FhirMsc.Conformance.Reports;
using FhirMsc.Conformance.Runs;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc validate</c>: resources against the definitions of their release, the profiles they claim and those named.</summary>
internal static class ValidateCommand
{
    public static Command Create(TextWriter output, TextWriter error, Terminal terminal)
    {
        var options = new ValidateOptions();
        var command = new Command("validate", "Checks resources: structure, values, codes, invariants, references and profiles. Exit code 0 clean, 1 findings, 2 usage.");
        options.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var builder = new SessionBuilder(parsed, options, terminal, TimeProvider.System);
            var session = await builder.BuildAsync(stop);
            builder.Notes.ForEach(error.WriteLine);
            builder.Problems.ForEach(error.WriteLine);
            if (builder.Problems.Count > 0)
            {
                return ExitCode.Usage;
            }

            var failOn = FailOn.All.First(level => level.Name == parsed.GetValue(options.Severity));
            var settings = new ReportSettings(session.Root, Version)
            {
                Quiet = parsed.GetValue(options.Quiet),
                Verbose = parsed.GetValue(options.Verbose),
                Color = terminal.Color && !parsed.GetValue(options.NoColor) && parsed.GetValue(options.Output) is null,
            };
            return parsed.GetValue(options.Watch)
                ? await new Watching(session, output, settings, failOn).RunAsync(stop)
                : await RunAsync(session, parsed, options, settings, failOn, output, error, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ValidateSession session, ParseResult parsed, ValidateOptions options, ReportSettings settings, FailOn failOn, TextWriter output, TextWriter error, CancellationToken stop)
    {
        using var file = new ReportFile(parsed.GetValue(options.Output), output);
        using var baselineFile = parsed.GetValue(options.WriteBaseline) is { } path ? new ReportFile(path, output) : null;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var progress = new Progress(error, session.Terminal.ShowsProgress, session.Files.Count, TimeProvider.System);
        RunSummary summary;

        // A writer of XML flushes once more when it is disposed, so it goes before its file.
        using (var report = ReportFormats.Find(parsed.GetValue(options.Format)!)!.Create(file.Writer, settings))
        {
            summary = await session.RunAsync(report, baselineFile is null ? null : new BaselineWriter(baselineFile.Writer, today), progress, stop);
        }

        file.Complete();
        baselineFile?.Complete();
        if (parsed.GetValue(options.Output) is { } written && !settings.Quiet)
        {
            await error.WriteLineAsync($"{summary} Report: {written}");
        }

        return failOn.Fails(summary) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static string Version { get; } = typeof(ValidateCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
