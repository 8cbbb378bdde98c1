using System.Buffers;
using System.CommandLine;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc bundle</c>: everything that is published as one Bundle.</summary>
internal static class BundleCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(error, error);
        var target = new Option<string?>("--output", "-o") { Description = "File to write. Default: standard output.", HelpName = "FILE" };
        var command = new Command("bundle", "Writes all resources as one Bundle of type collection (JSON).") { content.Resources, content.Content, target };
        command.SetAction(async (parsed, stop) =>
        {
            var (edition, _, exit) = content.Build(parsed, FhirRelease.R4);
            if (edition?.Catalog is not { } catalog)
            {
                return exit;
            }

            var bytes = new ArrayBufferWriter<byte>(1 << 20);
            BundleWriter.WriteCollection(catalog, bytes, edition.Guidelines[0].Canonical);
            if (parsed.GetValue(target) is not { } file)
            {
                await output.WriteAsync(System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan));
                return ExitCode.Fine;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);

            // Written under another name first, so that whoever reads the file never sees half of it.
            var temporary = file + ".part";
            await File.WriteAllBytesAsync(temporary, bytes.WrittenMemory, stop);
            File.Move(temporary, file, overwrite: true);
            await error.WriteLineAsync($"{catalog.Artifacts.Count} resources in {file} ({bytes.WrittenCount} bytes).");
            return ExitCode.Fine;
        });
        return command;
    }
}
