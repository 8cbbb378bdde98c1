using System.CommandLine;
using FhirMsc.Artifacts;
using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Bundles;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc bundle</c>: everything that is published as one Bundle, or as files of newline-delimited JSON.</summary>
internal static class BundleCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(error, error);
        var release = ReleaseOption.One("The release of FHIR to write.");
        var kind = new Option<BundleKind>("--type") { Description = "Type of the Bundle.", HelpName = "collection|transaction|batch|document|searchset" };
        var format = new Option<string>("--format") { Description = "JSON or XML.", HelpName = "json|xml", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "xml");
        var guideline = new Option<string?>("--guideline") { Description = "Only the artifacts of this guideline. A document is about one.", HelpName = "ID" };
        var lines = new Option<string?>("--ndjson") { Description = "Write newline-delimited JSON, one file for each resource type and a manifest, instead of a Bundle.", HelpName = "DIR" };
        var target = new Option<string?>("--output", "-o") { Description = "File to write. Default: standard output.", HelpName = "FILE" };
        var command = new Command("bundle", "Writes all resources as one Bundle (JSON or XML) or in the layout of a bulk data export.")
        {
            content.Resources, content.Content, release, kind, format, guideline, lines, target,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(lines) is { Implicit: false } && new Option[] { kind, target }.Any(option => result.GetResult(option) is { Implicit: false }))
            {
                result.AddError("--ndjson writes files of its own: it goes without --type and --output.");
            }
        });
        command.SetAction(async (parsed, stop) =>
        {
            var (edition, _, exit) = content.Build(parsed, ReleaseOption.Of(parsed.GetValue(release)!)[0]);
            if (edition?.Catalog is not { } catalog)
            {
                return exit;
            }

            var (chosen, artifacts) = Choose(edition, parsed.GetValue(guideline));
            var ids = string.Join(", ", edition.Guidelines.Select(each => each.Id));
            if (chosen.Count == 0)
            {
                await error.WriteLineAsync($"There is no guideline '{parsed.GetValue(guideline)}'. There are: {ids}.");
                return ExitCode.Usage;
            }

            if (parsed.GetValue(kind) == BundleKind.Document && chosen.Count > 1)
            {
                await error.WriteLineAsync($"A document is about one guideline. Choose it with --guideline: {ids}.");
                return ExitCode.Usage;
            }

            var date = chosen.Max(each => each.Date.Text)!;
            if (parsed.GetValue(lines) is { } folder)
            {
                return await WriteLinesAsync(folder, artifacts, new PartialDate(date), error, stop);
            }

            var bundle = BundleWriter.Write(artifacts, parsed.GetValue(kind), new PartialDate(date));
            var bytes = parsed.GetValue(format) == "xml"
                ? FhirXmlWriter.Write(bundle.Root, FhirModel.For(catalog.Release), JsonForm.Indented).Utf8
                : JsonWriter.Write(bundle.Root, JsonForm.Indented);
            if (parsed.GetValue(target) is not { } file)
            {
                await output.WriteAsync(System.Text.Encoding.UTF8.GetString(bytes));
                return ExitCode.Fine;
            }

            await OutputFile.WriteAsync(file, bytes, stop);
            await error.WriteLineAsync($"{bundle.Root.ChildrenNamed("entry").Count()} resources in {file} ({bytes.Length} bytes).");
            return ExitCode.Fine;
        });
        return command;
    }

    private static (IReadOnlyList<Guideline> Guidelines, IReadOnlyList<Artifact> Artifacts) Choose(Edition edition, string? id)
    {
        var chosen = edition.Guidelines.Where(guideline => id is null || guideline.Id == id).ToList();
        return (chosen, [.. edition.Sets.Where(set => chosen.Exists(guideline => guideline.Id == set.Guideline)).SelectMany(set => set.Artifacts)]);
    }

    private static async Task<int> WriteLinesAsync(string folder, IReadOnlyList<Artifact> artifacts, PartialDate date, TextWriter error, CancellationToken stop)
    {
        var files = 0;
        foreach (var (name, bytes) in BulkFiles.Of(artifacts, date))
        {
            await OutputFile.WriteAsync(Path.Combine(folder, name), bytes, stop);
            files++;
        }

        await error.WriteLineAsync($"{artifacts.Count} resources in {files} files in {folder}.");
        return ExitCode.Fine;
    }
}
