using System.CommandLine;
using FhirMsc.Fhir.Definitions.Packing;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Publishing.Searching;

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
        return new Command("definitions", "The FHIR definitions that are built into this program.") { pack, Search(output, error) };
    }

    private static Command Search(TextWriter output, TextWriter error)
    {
        var packages = new Argument<string[]>("PACKAGE") { Description = "Core packages: .tgz files, unpacked folders or NAME@VERSION from the cache.", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string>("--output", "-o") { Description = "File to write.", HelpName = "FILE", Required = true };
        var search = new Command("search", "Takes the search parameters of the types that guidelines are published as from core packages.") { packages, target };
        search.SetAction(async (parsed, stop) =>
        {
            var problems = new List<string>();
            var opener = new PackageOpener(problems);
            var opened = (parsed.GetValue(packages) ?? []).Select(opener.Open).OfType<FhirPackage>().ToList();
            foreach (var problem in problems)
            {
                await error.WriteLineAsync(problem);
            }

            if (problems.Count > 0)
            {
                return ExitCode.Usage;
            }

            var table = SearchParameterExtract.Of(opened);
            await OutputFile.WriteAsync(parsed.GetValue(target)!, table, stop);
            await output.WriteLineAsync($"{table.Count(b => b == '\n')} parameters in {parsed.GetValue(target)} ({table.Length} bytes).");
            return ExitCode.Fine;
        });
        return search;
    }

    private static void Print(IEnumerable<Issue> issues, TextWriter writer)
    {
        foreach (var issue in issues)
        {
            writer.WriteLine(issue);
        }
    }
}
