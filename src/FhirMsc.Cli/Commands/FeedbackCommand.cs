using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;
using FhirMsc.Hooks.Feedback;
using FhirMsc.Hooks.State;
using FhirMsc.Server.Storage;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc feedback</c>: what users made of the cards.</summary>
internal static class FeedbackCommand
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Command Create(TextWriter output, TextWriter error, TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        var from = Date("--from", "First day (UTC), as yyyy-MM-dd. Default: all that is kept.");
        var to = Date("--to", "Last day (UTC), as yyyy-MM-dd. Default: today.");
        var state = new Option<string?>("--state") { Description = "SQLite file of the state. Default: that of the settings (appsettings.json here, FhirMsc__Storage__… in the environment).", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "table, csv or measurereport (FHIR R4). Default: table.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "measurereport");
        var file = new Option<string?>("--output", "-o") { Description = "File to write to instead of the screen.", HelpName = "FILE" };
        var command = new Command("feedback", "Acceptance and override rates of the cards, by recommendation and reason.") { from, to, state, format, file };
        command.SetAction(async (parsed, stop) =>
        {
            var storage = parsed.GetValue(state) is { } named ? new StorageOptions { File = named } : SettingsFiles.Read(error)?.Standalone.Endpoints.Storage;
            if (storage is null)
            {
                return ExitCode.Usage;
            }

            var start = Day(parsed.GetValue(from)) ?? Earliest;
            var end = (Day(parsed.GetValue(to)) ?? new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero)).AddDays(1);
            if (start >= end)
            {
                await error.WriteLineAsync("--from lies behind --to.");
                return ExitCode.Usage;
            }

            FeedbackReport report;
            try
            {
                report = await StoredFeedback.ReadAsync(storage, start, end, stop);
            }
            catch (StoreUnavailableException e)
            {
                await error.WriteLineAsync($"The feedback cannot be read: {e.Message}.");
                return ExitCode.Findings;
            }

            var text = Write(report, parsed.GetValue(format)!);
            if (parsed.GetValue(file) is { } path)
            {
                await OutputFile.WriteAsync(path, Encoding.UTF8.GetBytes(text), stop);
            }
            else
            {
                await output.WriteAsync(text);
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static string Write(FeedbackReport report, string format)
    {
        if (format == "measurereport")
        {
            var json = new ArrayBufferWriter<byte>(4096);
            FeedbackMeasure.Write(report, json);
            return Encoding.UTF8.GetString(json.WrittenSpan) + "\n";
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        (format == "csv" ? (Action<FeedbackReport, TextWriter>)FeedbackTable.WriteCsv : FeedbackTable.WriteText)(report, text);
        return text.ToString();
    }

    private static Option<string?> Date(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Day(result.Tokens[0].Value) is null)
            {
                result.AddError($"{name} takes a day as yyyy-MM-dd.");
            }
        });
        return option;
    }

    private static DateTimeOffset? Day(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, TimeSpan.Zero) : null;
}
