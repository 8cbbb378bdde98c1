using System.CommandLine;
using FhirMsc.Cases;
using FhirMsc.Cases.Mutation;
using FhirMsc.Cases.Reports;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc test</c>: runs the decision cases beside the guidelines.</summary>
internal static class TestCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(output, error);
        var release = ReleaseOption.Several("Releases to run the cases in. Default: all.");
        var format = new Option<string>("--format") { Description = "How to tell the results: text, or junit for CI systems.", HelpName = "text|junit", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "junit");
        var mutate = new Option<bool>("--mutate") { Description = "Put faults into the logic one by one, and fail for those that no case notices." };
        var command = new Command("test", "Runs the decision cases (*.cases.yaml) and tells which branches of the plans none reaches.") { content.Resources, content.Content, release, format, mutate };
        command.SetAction(parsed =>
        {
            var results = new List<CaseResult>();
            var exit = ExitCode.Fine;
            var isText = parsed.GetValue(format) == "text";
            foreach (var one in ReleaseOption.Of(parsed.GetValue(release)!))
            {
                var (edition, workspace, failed) = content.Build(parsed, one);
                if (edition?.Catalog is not { } catalog)
                {
                    return failed;
                }

                foreach (var path in workspace!.CaseFiles)
                {
                    exit = Math.Max(exit, Run(path, one, catalog, parsed.GetValue(mutate), isText ? output : null, error, results));
                }
            }

            if (!isText)
            {
                JUnitWriter.Write("decisions", results, output);
            }

            return exit;
        });
        return command;
    }

    /// <summary>Runs one file in one release.</summary>
    private static int Run(string path, FhirRelease release, Catalog catalog, bool mutate, TextWriter? output, TextWriter error, List<CaseResult> results)
    {
        using var stream = File.OpenRead(path);
        var (file, issues) = CaseReader.Read(stream, path, catalog);
        if (file is null)
        {
            issues.ToList().ForEach(error.WriteLine);
            return ExitCode.Findings;
        }

        var run = CaseRun.Prepare(file, catalog, out var problems);
        problems.ToList().ForEach(error.WriteLine);
        var branches = new Branches();
        var found = run.Run(branches);
        results.AddRange(found);
        foreach (var wrong in found.Where(result => !result.IsRight))
        {
            output?.WriteLine($"{wrong.Case.Position} {wrong.Case.Id} ({wrong.Case.Hook}, {release}): {string.Join("; ", wrong.Faults)}");
        }

        var missed = run.Library.Services.SelectMany(branches.Missed).ToList();
        missed.ForEach(branch => output?.WriteLine($"No case reaches {branch}"));
        output?.WriteLine($"{path}, {release}: {found.Count} cases, {found.Count(result => !result.IsRight)} wrong, {missed.Count} branches not reached.");
        var exit = problems.Count > 0 || found.Any(result => !result.IsRight) ? ExitCode.Findings : ExitCode.Fine;
        if (!mutate)
        {
            return exit;
        }

        var mutation = MutationRun.Run(file, run);
        foreach (var survivor in mutation.Survivors)
        {
            (output ?? error).WriteLine($"No case notices {survivor}");
        }

        foreach (var name in mutation.NotEquivalent)
        {
            (output ?? error).WriteLine($"Listed as equivalent, and is not: {name}");
        }

        (output ?? error).WriteLine($"{path}, {release}: {mutation.Mutants} faults put into the logic, {mutation.Survivors.Count} not noticed.");
        return mutation.Survivors.Count + mutation.NotEquivalent.Count > 0 ? ExitCode.Findings : exit;
    }
}
