using System.CommandLine;
using FhirMsc.Fhir.Definitions.Packing;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc definitions pack</c>: FHIR packages to the definitions that the library embeds.</summary>
internal static class DefinitionsCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var packages = new Argument<string[]>("PACKAGE") { Description = "FHIR packages: .tgz files or unpacked folders.", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string>("--output", "-o") { Description = "Folder to write to.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var pack = new Command("pack", "Compiles FHIR packages to one compact file per release and the list of element names. Same packages, same bytes.") { packages, target };
        pack.SetAction(parsed =>
        {
            var opened = (parsed.GetValue(packages) ?? []).Select(path => FhirPackage.Open(path)).ToList();
            var issues = opened.SelectMany(result => result.Issues).ToList();
            if (issues.Any(issue => issue.IsError))
            {
                Print(issues, error);
                return ExitCode.Usage;
            }

            var packed = DefinitionPacker.Pack([.. opened.Select(result => result.Package!)], LocalTerminology.Lists, issues);
            Print(issues, output);
            if (packed.Count == 0)
            {
                error.WriteLine("None of the packages holds the core definitions of a release (R4, R4B or R5): there is nothing to pack.");
                return ExitCode.Findings;
            }

            var folder = Directory.CreateDirectory(parsed.GetValue(target)!).FullName;
            foreach (var release in packed)
            {
                File.WriteAllBytes(Path.Combine(folder, release.FileName), release.Pack.ToArray());
                output.WriteLine($"{release.FileName}: {release.Release} with {release.Structures} structures, {release.ValueSets} value sets and {release.CodeSystems} code systems in {release.Pack.Length} bytes.");
            }

            File.WriteAllBytes(Path.Combine(folder, "names.txt"), DefinitionPacker.Names(packed));
            return issues.Any(issue => issue.IsError) ? ExitCode.Findings : ExitCode.Fine;
        });
        return new Command("definitions", "The FHIR definitions that are built into this program.") { pack };
    }

    private static void Print(IEnumerable<Issue> issues, TextWriter writer)
    {
        foreach (var issue in issues)
        {
            writer.WriteLine(issue);
        }
    }
}
