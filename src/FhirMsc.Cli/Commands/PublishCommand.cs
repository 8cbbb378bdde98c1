using System.CommandLine;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing.Servers;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc publish</c>: everything that passes the gate into a FHIR server.</summary>
internal static class PublishCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(error, error);
        var target = new Option<string>("--to") { Description = "Base URL of the FHIR server.", HelpName = "URL", Required = true };
        var release = new Option<string?>("--release") { Description = "Release to send, for servers that do not say which one they speak.", HelpName = "r4|r4b|r5" };
        release.AcceptOnlyFromAmong([.. FhirRelease.All.Select(one => one.Name.ToLowerInvariant())]);
        var dry = new Option<bool>("--dry-run") { Description = "Tell what would be written and write nothing." };
        target.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            {
                result.AddError("--to takes a base URL such as https://fhir.example.org/r4.");
            }
        });
        var command = new Command("publish", "Publishes all resources into a FHIR server: reads first, writes what differs, reads back. A token comes from FHIRMSC_PUBLISH_TOKEN, or from FHIRMSC_PUBLISH_TOKEN_ENDPOINT with _CLIENT_ID and _CLIENT_SECRET.")
        {
            content.Resources, content.Content, target, release, dry,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var (access, problems) = ServerAccess.FromEnvironment();
            if (access is null)
            {
                await error.WriteLineAsync(string.Join(Environment.NewLine, problems));
                return ExitCode.Usage;
            }

            using var server = new RestFhirServer(new Uri(parsed.GetValue(target)!), access);
            var publisher = new Publisher(server, new Lines(error));
            var (chosen, problem) = await publisher.ReleaseAsync(parsed.GetValue(release) is { } named ? FhirRelease.Find(named) : null, stop);
            if (chosen is null)
            {
                await error.WriteLineAsync(problem);
                return ExitCode.Findings;
            }

            server.Release = chosen;
            var (edition, _, exit) = content.Build(parsed, chosen);
            if (edition?.Catalog is not { } catalog)
            {
                return exit;
            }

            var report = await publisher.PublishAsync(catalog, parsed.GetValue(dry), stop);
            foreach (var group in report.Items.GroupBy(item => item.Outcome).OrderBy(group => group.Key))
            {
                await output.WriteLineAsync($"{Word(group.Key)}: {group.Count()}");
            }

            await output.WriteLineAsync($"FHIR {chosen.Version}, {report.Way}");
            if (report.Problem is { } fault)
            {
                await error.WriteLineAsync(fault);
            }

            return report.IsGood ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    private static string Word(PublishedOutcome outcome) => outcome == PublishedOutcome.WouldWrite ? "would be written" : outcome.ToString().ToLowerInvariant();

    /// <summary>One line for each artifact, as it is done.</summary>
    private sealed class Lines(TextWriter writer) : IProgress<PublishedItem>
    {
        public void Report(PublishedItem value) =>
            writer.WriteLine($"{Word(value.Outcome)} {value.Reference}{(value.ServerReference is { } there ? $" as {there}" : string.Empty)}{(value.Detail is { } detail ? $": {detail}" : string.Empty)}");
    }
}
