namespace FhirMsc.Conformance.Runs;

/// <summary>What a whole run found, in numbers.</summary>
public sealed record RunSummary
{
    /// <summary>Files, lines and package members that were checked.</summary>
    public int Documents { get; init; }

    /// <summary>Resources that were checked, those in Bundles included.</summary>
    public int Resources { get; init; }

    /// <summary>Files passed over because they hold no resource.</summary>
    public int Skipped { get; init; }

    /// <summary>Findings that are errors, fatal ones included.</summary>
    public int Errors { get; init; }

    /// <summary>Findings that are warnings.</summary>
    public int Warnings { get; init; }

    /// <summary>Findings that only inform.</summary>
    public int Information { get; init; }

    /// <summary>Findings that the baseline excuses; counted nowhere else.</summary>
    public int Known { get; init; }

    /// <summary>The numbers with those of one more text.</summary>
    public RunSummary With(CheckedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var counting = document.Findings.Where(finding => finding.Counts).ToLookup(finding => finding.Issue.Severity);
        return new RunSummary
        {
            Documents = Documents + (document.IsSkipped ? 0 : 1),
            Resources = Resources + (document.IsSkipped ? 0 : document.Resources.Count),
            Skipped = Skipped + (document.IsSkipped ? 1 : 0),
            Errors = Errors + counting[Fhir.Issues.Severity.Error].Count() + counting[Fhir.Issues.Severity.Fatal].Count(),
            Warnings = Warnings + counting[Fhir.Issues.Severity.Warning].Count(),
            Information = Information + counting[Fhir.Issues.Severity.Information].Count(),
            Known = Known + document.Findings.Count(finding => !finding.Counts),
        };
    }

    /// <summary>One sentence: <c>3 resources: 1 error, 0 warnings.</c></summary>
    public override string ToString()
    {
        var information = Information > 0 ? $", {Information} {(Information == 1 ? "remark" : "remarks")}" : string.Empty;
        var known = Known > 0 ? $", {Known} known" : string.Empty;
        var skipped = Skipped > 0 ? $" {Skipped} {(Skipped == 1 ? "file is no resource and was" : "files are no resources and were")} not checked." : string.Empty;
        return $"{Resources} {(Resources == 1 ? "resource" : "resources")}: {Errors} {(Errors == 1 ? "error" : "errors")}, {Warnings} {(Warnings == 1 ? "warning" : "warnings")}{information}{known}.{skipped}";
    }
}
