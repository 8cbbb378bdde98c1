using System.CommandLine;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Ledger;

namespace FhirMsc.Cli.Commands;

/// <summary>What the commands that start from content have in common: the options, the build, and how findings are printed.</summary>
internal sealed class ContentCommand(TextWriter output, TextWriter error)
{
    /// <summary>Option <c>--resources</c>.</summary>
    public Option<string?> Resources { get; } = new("--resources")
    {
        Description = "The fhir-resources folder. Default: the one here or in a folder above.",
        HelpName = "DIR",
    };

    /// <summary>Argument: content files instead of all in <c>fhir-resources/content</c>.</summary>
    public Option<string[]> Content { get; } = new("--content")
    {
        Description = "Content files to build instead of all *.yaml in fhir-resources/content.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Builds the edition that the options ask for and prints what was found.</summary>
    /// <returns>The edition, or the exit code to end with.</returns>
    public (Edition? Edition, Workspace? Workspace, int ExitCode) Build(ParseResult parsed, FhirRelease release)
    {
        var (source, workspace, exit) = Read(parsed);
        return source is not null && Build(source, workspace!, release) is { } edition
            ? (edition, workspace, edition.Catalog is null ? ExitCode.Findings : ExitCode.Fine)
            : (null, workspace, source is null ? exit : ExitCode.Usage);
    }

    /// <summary>Builds an edition of what was read, and prints what was found.</summary>
    /// <returns>The edition; <see langword="null"/> if the list of released versions is none.</returns>
    public Edition? Build(EditionSource source, Workspace workspace, FhirRelease release)
    {
        if (ReleaseLedger.Of(source) is not { } ledger)
        {
            error.WriteLine($"'{workspace.LedgerFile}' is no list of released versions. Restore it: without it a released version could be given other content.");
            return null;
        }

        var edition = EditionBuilder.Build(source.Files, release, ledger);
        Print(edition);
        return edition;
    }

    /// <summary>Reads the files that the options ask for.</summary>
    /// <returns>What was read, or the exit code to end with.</returns>
    public (EditionSource? Source, Workspace? Workspace, int ExitCode) Read(ParseResult parsed)
    {
        var given = parsed.GetValue(Resources);
        var workspace = Workspace.Find(given);
        if (workspace is null)
        {
            error.WriteLine(given is null ? "There is no fhir-resources folder here or above. Name one with --resources DIR." : $"There is no folder '{given}'.");
            return (null, null, ExitCode.Usage);
        }

        var files = parsed.GetValue(Content) is { Length: > 0 } named ? named : [.. workspace.ContentFiles];
        foreach (var missing in files.Where(file => !File.Exists(file)))
        {
            error.WriteLine($"There is no file '{missing}'.");
            return (null, workspace, ExitCode.Usage);
        }

        if (files.Length == 0)
        {
            error.WriteLine($"There is no content: {Path.Combine(workspace.Root, "content")} holds no *.yaml file.");
            return (null, workspace, ExitCode.Usage);
        }

        return (EditionSource.Read(files, workspace.LedgerFile), workspace, ExitCode.Fine);
    }

    /// <summary>Prints one finding a line: place in the resource, what is wrong, and the line of the content that caused it.</summary>
    public void Print(Finding finding)
    {
        var issue = finding.Issue;
        var origin = finding.Origin is { } from ? $"  (from {from.Position}{(from.Place is { } place ? $", page {place}" : string.Empty)})" : string.Empty;
        output.WriteLine($"{finding.Resource}{(issue.Position is { } at ? $":{at.Line}:{at.Column}" : string.Empty)}: {Word(issue.Severity)} {issue.Kind.Id} {issue.Path}: {issue.Text}{origin}");
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private void Print(Edition edition)
    {
        foreach (var issue in edition.ContentIssues)
        {
            output.WriteLine(issue);
        }

        foreach (var finding in edition.Findings.Where(finding => finding.Counts))
        {
            Print(finding);
        }

        var errors = edition.ContentIssues.Count(issue => issue.IsError) + edition.Findings.Count(finding => finding.Issue.IsError);
        if (errors > 0)
        {
            output.WriteLine($"{errors} {(errors == 1 ? "error" : "errors")}: nothing was published.");
        }
    }
}
