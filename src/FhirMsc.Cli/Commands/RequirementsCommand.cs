using System.CommandLine;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc requirements</c>: the ledger of CDS Hooks requirements with the tests that show them.</summary>
internal static class RequirementsCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var resources = new Option<string?>("--resources") { Description = "The fhir-resources folder. Default: the one here or in a folder above.", HelpName = "DIR" };
        var command = new Command("requirements", "Prints what CDS Hooks asks of a service, and which tests show it.") { resources };
        command.SetAction(parsed =>
        {
            var file = Workspace.Find(parsed.GetValue(resources)) is { } workspace ? Path.Combine(workspace.Root, "requirements.json") : null;
            if (file is null || !File.Exists(file) || JsonParser.Parse(File.ReadAllBytes(file), file, new JsonLimits { KeepEmpty = true }).Tree is not { } tree)
            {
                error.WriteLine("There is no requirements.json in the fhir-resources folder.");
                return ExitCode.Usage;
            }

            var (shown, left) = (0, 0);
            foreach (var requirement in tree.Root.ChildrenNamed("requirements"))
            {
                var tests = requirement.ChildrenNamed("tests").Select(test => test.Text).OfType<string>().ToList();
                (shown, left) = tests.Count > 0 ? (shown + 1, left) : (shown, left + 1);
                output.WriteLine($"{requirement.Child("id").Text,-5}{requirement.Child("level").Text,-11}{requirement.Child("requirement").Text}");
                foreach (var line in tests.DefaultIfEmpty($"(no test yet: {requirement.Child("belongsTo").Text})").Concat(requirement.Child("note") is { Exists: true } note ? [$"({note.Text})"] : []))
                {
                    output.WriteLine($"     {line}");
                }
            }

            output.WriteLine($"{shown} requirements shown by tests, {left} without.");
            return ExitCode.Fine;
        });
        return command;
    }
}
