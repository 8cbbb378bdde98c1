using System.Text.Json;
using FhirMsc.Conformance.Runs;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Reports;

/// <summary>
/// One OperationOutcome, good R4: https://hl7.org/fhir/R4/operationoutcome.html. File, line, column and id of each issue are in the extensions that FHIR's
/// extensions pack defines for them.
/// </summary>
internal sealed class OutcomeReport : IReport
{
    private readonly ReportSettings settings;
    private readonly JsonOutput output;
    private readonly Utf8JsonWriter json;
    private bool any;

    public OutcomeReport(TextWriter output, ReportSettings settings)
    {
        this.settings = settings;
        this.output = new JsonOutput(output);
        json = this.output.Json;
    }

    /// <inheritdoc/>
    public void Begin() => OperationOutcomeWriter.WriteStart(json);

    /// <inheritdoc/>
    public void Add(CheckedDocument document)
    {
        foreach (var resource in document.Resources)
        {
            foreach (var finding in resource.Findings.Where(finding => !settings.Quiet || finding.Issue.IsError))
            {
                Write(finding, document.Document.File.IsStandardInput ? null : document.Document.Member is null ? settings.Root.Relative(document.Document.File.Path) : document.Name, resource);
            }
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary, IReadOnlyList<Issue> others)
    {
        foreach (var issue in others)
        {
            OperationOutcomeWriter.WriteIssue(issue, json, issue.Position?.Source, []);
            any = true;
        }

        if (!any)
        {
            OperationOutcomeWriter.WriteNothingFound(json, summary.ToString());
        }

        OperationOutcomeWriter.WriteEnd(json);
        output.End();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    private void Write(Finding finding, string? file, CheckedResource resource)
    {
        any = true;
        string[] notes = [.. resource.Entry is null ? [] : new[] { $"in {resource.Label}" }, .. Wording.Notes(finding).Select(note => $"{note.Name}: {note.Words}"), $"fingerprint: {finding.Fingerprint}"];

        // What the baseline excuses must not stop whoever reads the outcome, but it must not vanish either.
        var issue = finding.Counts ? finding.Issue : finding.Issue with { Severity = Severity.Information };
        OperationOutcomeWriter.WriteIssue(issue, json, file, notes);
        output.Pass();
    }
}
