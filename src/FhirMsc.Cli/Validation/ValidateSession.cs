using FhirMsc.Conformance.Baselines;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Conformance.Reports;
using FhirMsc.Conformance.Runs;
using FhirMsc.Conformance.Traces;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Cli.Validation;

/// <summary>Everything a run of <c>fhirmsc validate</c> goes by, once its words have been understood.</summary>
internal sealed record ValidateSession
{
    /// <summary>What to check.</summary>
    public required IReadOnlyList<InputFile> Files { get; init; }

    /// <summary>Those of the files that are packages, already open.</summary>
    public IReadOnlyDictionary<string, PackageResult> Opened { get; init; } = new Dictionary<string, PackageResult>();

    /// <summary>How to check.</summary>
    public required CheckOptions Options { get; init; }

    /// <summary>The validators.</summary>
    public required ReleaseValidators Validators { get; init; }

    /// <summary>Makes the baseline; <see langword="null"/> for none.</summary>
    public required Func<Baseline?> Baseline { get; init; }

    /// <summary>Words of the page.</summary>
    public string? Page { get; init; }

    /// <summary>What file names are relative to.</summary>
    public required SourceRoot Root { get; init; }

    /// <summary>The standard input and what the terminal can do.</summary>
    public required Terminal Terminal { get; init; }

    /// <summary>Checks files, in order.</summary>
    /// <param name="files">The files.</param>
    /// <param name="baseline">Known findings.</param>
    /// <param name="stop">Ends the run.</param>
    public IAsyncEnumerable<CheckedDocument> Check(IEnumerable<InputFile> files, Baseline? baseline, CancellationToken stop)
    {
        var finishing = new Finishing(Root, new TraceIndex(Page), baseline);
        var run = new ValidationRun(new DocumentReader(Terminal.Input, Options.Limits, Opened), new DocumentCheck(Validators, Options), finishing.Finish, Environment.ProcessorCount);
        return run.Run(files, stop);
    }

    /// <summary>What a run found that is in no resource.</summary>
    public IReadOnlyList<Issue> Others(Baseline? baseline) =>
    [
        .. Options.Profiles.Where(profile => !Validators.WasUsed(profile))
            .Select(profile => InputIssues.ProfileUnused.At(string.Empty, null, profile, FhirRelease.All.Select(release => Validators.TypeOf(profile, release)).FirstOrDefault(type => type is not null) ?? "resource")),
        .. baseline?.Stale() ?? [],
    ];

    /// <summary>Checks everything and writes the report, and a new baseline if one is asked for.</summary>
    /// <returns>The numbers.</returns>
    public async Task<RunSummary> RunAsync(IReport report, BaselineWriter? newBaseline, Progress progress, CancellationToken stop)
    {
        var baseline = Baseline();
        var summary = new RunSummary();
        var any = false;
        report.Begin();
        newBaseline?.Begin();
        await foreach (var document in Check(Files, baseline, stop))
        {
            summary = summary.With(document);
            progress.Clear();
            report.Add(document);
            foreach (var finding in newBaseline is null ? [] : document.Findings.Where(finding => finding.Issue.Severity != Severity.Information))
            {
                newBaseline!.Add(finding, document.Document.File.IsStandardInput ? document.Name : Root.Relative(document.Document.File.Path));
                any = true;
            }

            progress.Tell(summary);
        }

        progress.Clear();
        var others = Others(baseline);
        summary = summary with
        {
            Errors = summary.Errors + others.Count(issue => issue.IsError),
            Warnings = summary.Warnings + others.Count(issue => issue.Severity == Severity.Warning),
        };
        report.End(summary, others);
        newBaseline?.End(any);
        return summary;
    }
}
