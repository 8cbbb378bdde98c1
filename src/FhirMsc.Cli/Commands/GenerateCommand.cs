using System.CommandLine;
using FhirMsc.Artifacts.Storage;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing.Integrity;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc generate</c>: content to resource files, or the proof that the files are up to date.</summary>
internal static class GenerateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(output, error);
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 if any file differs from what would be written." };
        var release = ReleaseOption.Several("The release of FHIR to write.");
        var command = new Command("generate", "Writes the FHIR resources of all guidelines to fhir-resources/r4, r4b and r5.") { content.Resources, content.Content, release, check };
        command.SetAction(async (parsed, stop) =>
        {
            var exit = ExitCode.Fine;
            foreach (var each in ReleaseOption.Of(parsed.GetValue(release)!))
            {
                var (one, contentFailed) = Generate(parsed, content, each, parsed.GetValue(check), output);
                exit = Math.Max(exit, one);
                if (contentFailed)
                {
                    // What is wrong with the content is wrong in every release, and is said once.
                    break;
                }
            }

            return exit == ExitCode.Fine && Workspace.Find(parsed.GetValue(content.Resources)) is { } workspace
                ? await ManifestAsync(workspace, parsed.GetValue(check), output, stop)
                : exit;
        });
        return command;
    }

    /// <summary>The manifest names what lies in the folders of all releases, whichever was generated.</summary>
    private static async Task<int> ManifestAsync(Workspace workspace, bool checkOnly, TextWriter output, CancellationToken stop)
    {
        var path = Path.Combine(workspace.Root, FileManifest.FileName);
        var manifest = FileManifest.Of(workspace.Root).Write();
        if (!checkOnly)
        {
            await OutputFile.WriteAsync(path, manifest, stop);
            return ExitCode.Fine;
        }

        if (File.Exists(path) && (await File.ReadAllBytesAsync(path, stop)).AsSpan().SequenceEqual(manifest))
        {
            return ExitCode.Fine;
        }

        await output.WriteLineAsync($"{path} does not fit the resources. Run 'fhirmsc generate' and commit the result.");
        return ExitCode.Findings;
    }

    private static (int ExitCode, bool ContentFailed) Generate(ParseResult parsed, ContentCommand content, FhirRelease release, bool checkOnly, TextWriter output)
    {
        var (edition, workspace, exit) = content.Build(parsed, release);
        if (edition?.Catalog is null)
        {
            return (exit, edition is null || edition.ContentIssues.Any(issue => issue.IsError));
        }

        var directory = new ArtifactDirectory(workspace!.ReleaseFolder(release.Name));
        var resources = edition.Catalog.Artifacts.Count;
        if (!checkOnly)
        {
            var changed = directory.Write(edition.Sets);
            output.WriteLine($"{resources} resources in {directory.Path}, {changed.Count} of the files changed.");
            return (ExitCode.Fine, false);
        }

        var drift = directory.Check(edition.Sets);
        foreach (var file in drift)
        {
            output.WriteLine(file);
        }

        output.WriteLine(drift.Count == 0
            ? $"{directory.Path} is up to date: {resources} resources."
            : $"{directory.Path} differs from the content in {drift.Count} {(drift.Count == 1 ? "file" : "files")}. Run 'fhirmsc generate' and commit the result.");
        return (drift.Count == 0 ? ExitCode.Fine : ExitCode.Findings, false);
    }
}
