using System.CommandLine;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc release</c>: notes that the present versions go out, so that their content can't change under the same version.</summary>
internal static class ReleaseCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(output, error);
        var command = new Command("release", "Records the present version of every guideline as released: from then on other content needs a new version.") { content.Resources, content.Content };
        command.SetAction(async (parsed, stop) =>
        {
            var (edition, workspace, exit) = content.Build(parsed, FhirRelease.R4);
            if (edition?.Catalog is null)
            {
                return exit;
            }

            var files = parsed.GetValue(content.Content) is { Length: > 0 } named ? named : [.. workspace!.ContentFiles];
            var ledger = workspace!.Ledger!;
            foreach (var (guideline, file) in edition.Guidelines.Zip(files))
            {
                ledger = ledger.With(EditionBuilder.VersionOf(guideline, file));
                await output.WriteLineAsync($"{guideline.Id} {guideline.Version} is released.");
            }

            await OutputFile.WriteAsync(workspace.LedgerFile, ledger.Write(), stop);
            return ExitCode.Fine;
        });
        return command;
    }
}
