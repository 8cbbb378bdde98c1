using System.CommandLine;
using FhirMsc.Decisions.Sites;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc site check</c>: what a site's own codes cover, and what is wrong with them.</summary>
internal static class SiteCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(output, error);
        var file = new Argument<string>("FILE") { Description = "The site's file: JSON or YAML with 'maps', or a FHIR ConceptMap in JSON." };
        var check = new Command("check", "Prints conflicts, and which published concepts the site's codes cover. Exit code 1 if the file would be refused.") { file, content.Resources, content.Content };
        check.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
            {
                error.WriteLine($"There is no file '{path}'.");
                return ExitCode.Usage;
            }

            var (edition, _, exit) = content.Build(parsed, FhirRelease.R4);
            return edition?.Catalog is { } catalog ? Check(path, catalog, output) : exit;
        });
        return new Command("site", "A site's own codes.") { check };
    }

    private static int Check(string path, Catalog catalog, TextWriter output)
    {
        var (map, issues) = SiteMapReader.Read(File.ReadAllBytes(path), path, catalog);
        foreach (var issue in issues)
        {
            output.WriteLine(issue);
        }

        if (map is null)
        {
            output.WriteLine($"{issues.Count(issue => issue.IsError)} conflicts: the whole file is refused, and a server keeps the former one.");
            return ExitCode.Findings;
        }

        var coverage = SiteCoverage.Of(map, catalog);
        foreach (var concept in coverage.OrderBy(concept => !IsCovered(concept)))
        {
            output.WriteLine($"{(IsCovered(concept) ? "covered    " : "not covered")}  {concept.Concept} ({concept.Display}) of {string.Join(", ", concept.ValueSets)}");
            foreach (var code in concept.Codes)
            {
                output.WriteLine($"               {code.System}|{code.Code}  {code.Use.ToString().ToLowerInvariant()}");
            }
        }

        foreach (var code in map.Codes.Where(code => code.Use == SiteCodeUse.Ignore))
        {
            output.WriteLine($"ignored      {code.System}|{code.Code}");
        }

        output.WriteLine($"Version {map.Version ?? "(none)"}: {map.Count} codes, {coverage.Count(IsCovered)} of {coverage.Count} concepts covered, {issues.Count} warnings. Codes that are not mapped never fire: silence is not clearance.");
        return ExitCode.Fine;
    }

    /// <summary>Codes for review give hints at most, so they cover nothing.</summary>
    private static bool IsCovered(SiteCoverage concept) => concept.Codes.Any(code => code.Use == SiteCodeUse.Trigger);
}
