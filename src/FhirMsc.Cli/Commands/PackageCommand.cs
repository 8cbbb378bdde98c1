using System.CommandLine;
using FhirMsc.Publishing.Packages;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc package</c>: an installable FHIR package for each guideline and release.</summary>
internal static class PackageCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(error, error);
        var release = ReleaseOption.Several("The release of FHIR to write.");
        var target = new Option<string>("--output", "-o") { Description = "Folder to write to.", HelpName = "DIR", DefaultValueFactory = _ => "artifacts" };
        var command = new Command("package", "Writes each guideline as a FHIR npm package (.tgz), one for each release.") { content.Resources, content.Content, release, target };
        command.SetAction(async (parsed, stop) =>
        {
            foreach (var each in ReleaseOption.Of(parsed.GetValue(release)!))
            {
                var (edition, _, exit) = content.Build(parsed, each);
                if (edition?.Catalog is null)
                {
                    return exit;
                }

                foreach (var set in edition.Sets)
                {
                    var guideline = edition.Guidelines.First(candidate => candidate.Id == set.Guideline);
                    using var bytes = new MemoryStream();
                    PackageWriter.Write(guideline, set, bytes);
                    var file = Path.Combine(parsed.GetValue(target)!, PackageWriter.FileName(guideline, each));
                    await OutputFile.WriteAsync(file, bytes.ToArray(), stop);
                    await output.WriteLineAsync($"{set.Artifacts.Count} resources in {file} ({bytes.Length} bytes).");
                }
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
