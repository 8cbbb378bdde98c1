using System.CommandLine;
using FhirMsc.Cli.Snapshots;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Snapshots;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc snapshot</c>: StructureDefinitions with a differential to the same with their snapshot.</summary>
internal static class SnapshotCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("FILE") { Description = "StructureDefinitions, JSON or XML. They may build on one another.", Arity = ArgumentArity.OneOrMore };
        var packages = new Option<string[]>("--package") { Description = "FHIR package that they build on: NAME@VERSION, a .tgz or a folder; can be given more than once.", HelpName = "PACKAGE" };
        var target = new Option<string?>("--output", "-o") { Description = "Folder to write to, one JSON file for each; needed for more than one file.", HelpName = "DIR" };
        var sort = new Option<bool>("--sort") { Description = "Sorts the elements of the differential into the order of the base first." };
        var command = new Command("snapshot", "Writes StructureDefinitions with the snapshot that their differential stands for. Exit code 0 clean, 1 findings, 2 usage.") { files, packages, target, sort };
        command.SetAction(parsed =>
        {
            var names = parsed.GetValue(files) ?? [];
            var folder = parsed.GetValue(target);
            var inputs = new SnapshotInputs();
            inputs.Read(names, parsed.GetValue(packages) ?? []);
            if (folder is null && names.Length > 1)
            {
                inputs.Problems.Add("Several files need a folder to be written to: name it with --output.");
            }

            inputs.Problems.ForEach(error.WriteLine);
            return inputs.Problems.Count > 0 ? ExitCode.Usage : Write(inputs, folder, parsed.GetValue(sort), output, error);
        });
        return command;
    }

    private static int Write(SnapshotInputs inputs, string? folder, bool sort, TextWriter output, TextWriter error)
    {
        var definitions = inputs.Definitions(sort);
        var generator = new SnapshotGenerator(definitions);
        var failed = false;
        foreach (var input in inputs.Files)
        {
            var structure = definitions.Own(input);
            var result = generator.Generate(structure);
            List<Issue> issues = [.. input.Issues, .. result.Issues];
            issues.ForEach(issue => error.WriteLine($"{input.Name}: {issue}"));
            failed |= issues.Exists(issue => issue.IsError);
            if (result.Structure is not { Snapshot: not null } made)
            {
                continue;
            }

            var json = SnapshotJson.Write(input.Resource, made);
            if (folder is null)
            {
                output.Write(System.Text.Encoding.UTF8.GetString(json));
            }
            else
            {
                File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, Path.GetFileNameWithoutExtension(input.Name) + ".json"), json);
            }
        }

        return failed ? ExitCode.Findings : ExitCode.Fine;
    }
}
