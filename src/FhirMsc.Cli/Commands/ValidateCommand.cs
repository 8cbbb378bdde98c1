using System.CommandLine;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc validate</c>: resource files against the definitions of a release.</summary>
internal static class ValidateCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or folders whose *.json files are checked.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Checks resources against the FHIR R4 definitions: structure, cardinality and the form of primitive values.") { paths };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(paths) ?? [];
            var missing = given.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
            if (missing.Count > 0)
            {
                missing.ForEach(path => error.WriteLine($"There is no file or folder '{path}'."));
                return ExitCode.Usage;
            }

            var files = given.SelectMany(Files).ToList();
            if (files.Count == 0)
            {
                error.WriteLine("There is nothing to check: the folders hold no *.json file.");
                return ExitCode.Usage;
            }

            var validator = new ResourceValidator(FhirModel.For(FhirRelease.R4));
            var printer = new ContentCommand(output, error);
            var (errors, warnings) = (0, 0);
            foreach (var file in files)
            {
                var read = JsonParser.Parse(File.ReadAllBytes(file));
                var issues = read.Tree is null ? read.Issues : [.. read.Issues, .. validator.Validate(read.Tree.Root)];
                foreach (var issue in issues)
                {
                    printer.Print(new Finding(file, issue, Origin: null));
                    (errors, warnings) = issue.IsError ? (errors + 1, warnings) : (errors, warnings + 1);
                }
            }

            output.WriteLine($"{files.Count} {(files.Count == 1 ? "resource" : "resources")}: {errors} {(errors == 1 ? "error" : "errors")}, {warnings} {(warnings == 1 ? "warning" : "warnings")}.");
            return errors > 0 ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static IEnumerable<string> Files(string path) =>
        File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
