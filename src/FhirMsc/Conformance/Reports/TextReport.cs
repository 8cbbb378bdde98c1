using FhirMsc.Conformance.Runs;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Reports;

/// <summary>Findings for people: grouped by file, each with a place that terminals and editors open.</summary>
internal sealed class TextReport(TextWriter output, ReportSettings settings) : IReport
{
    private string? file;

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Add(CheckedDocument document)
    {
        foreach (var resource in document.Resources)
        {
            var shown = resource.Findings.Where(IsShown).ToList();
            if (shown.Count == 0 && !settings.Verbose)
            {
                continue;
            }

            if (file != document.Name)
            {
                file = document.Name;
                output.WriteLine(Painted(Wording.Line(file), "1"));
            }

            if (settings.Verbose && shown.Count == 0)
            {
                output.WriteLine($"  {Wording.Label(document, resource)}: nothing found (FHIR {document.Release})");
            }

            shown.ForEach(finding => Add(resource, finding));
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary, IReadOnlyList<Issue> others)
    {
        foreach (var issue in others.Where(issue => !settings.Quiet || issue.IsError))
        {
            output.WriteLine($"{(issue.Position is { } at ? $"{at}: " : string.Empty)}{Painted(Wording.Of(issue.Severity), Color(issue.Severity))} {issue.Kind.Id}: {Wording.Line(issue.Text)}");
        }

        if (!settings.Quiet)
        {
            output.WriteLine(summary);
        }

        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(CheckedResource resource, Finding finding)
    {
        var issue = finding.Issue;
        var place = issue.Position is { } at ? $"{at.Source ?? file}:{Wording.At(at)}" : file;
        output.WriteLine($"  {Wording.Line(place!)}: {Painted(Wording.Of(issue.Severity), Color(issue.Severity))} {issue.Kind.Id} {Wording.Line(issue.Path)}".TrimEnd());
        output.WriteLine($"      {Wording.Line(issue.Text)}");
        if (resource.Entry is not null)
        {
            output.WriteLine($"      in: {Wording.Line(resource.Label)}");
        }

        foreach (var (name, words) in Wording.Notes(finding))
        {
            output.WriteLine($"      {name}: {words}");
        }
    }

    private bool IsShown(Finding finding) =>
        (finding.Counts || settings.Verbose) && (finding.Issue.IsError || !settings.Quiet) && (finding.Issue.Severity != Severity.Information || settings.Verbose);

    private string Painted(string text, string color) => settings.Color ? $"\u001b[{color}m{text}\u001b[0m" : text;

    private static string Color(Severity severity) => severity switch
    {
        Severity.Fatal or Severity.Error => "31",
        Severity.Warning => "33",
        _ => "36",
    };
}
