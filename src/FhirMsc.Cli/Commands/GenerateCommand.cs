using System.CommandLine;
using FhirMsc.Artifacts.Storage;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc generate</c>: content to resource files, or the proof that the files are up to date.</summary>
internal static class GenerateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(output, error);
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 if any file differs from what would be written." };
        var command = new Command("generate", "Writes the FHIR resources of all guidelines to fhir-resources/r4.") { content.Resources, content.Content, check };
        command.SetAction(parsed =>
        {
            var (edition, workspace, exit) = content.Build(parsed, FhirRelease.R4);
            if (edition?.Catalog is null)
            {
                return exit;
            }

            var directory = new ArtifactDirectory(workspace!.ReleaseFolder(FhirRelease.R4.Name));
            var resources = edition.Catalog.Artifacts.Count;
            if (!parsed.GetValue(check))
            {
                var changed = directory.Write(edition.Sets);
                output.WriteLine($"{resources} resources in {directory.Path}, {changed.Count} of the files changed.");
                return ExitCode.Fine;
            }

            var drift = directory.Check(edition.Sets);
            foreach (var file in drift)
            {
                output.WriteLine(file);
            }

            output.WriteLine(drift.Count == 0
                ? $"{directory.Path} is up to date: {resources} resources."
                : $"{directory.Path} differs from the content in {drift.Count} {(drift.Count == 1 ? "file" : "files")}. Run 'fhirmsc generate' and commit the result.");
            return drift.Count == 0 ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }
}
