namespace FhirMsc.Conformance.Reports;

/// <summary>The one list of report formats.</summary>
public static class ReportFormats
{
    /// <summary>For people at a terminal.</summary>
    public static ReportFormat Text { get; } = new("text", "for people", (output, settings) => new TextReport(output, settings));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        Text,
        new("json", "one OperationOutcome", (output, settings) => new OutcomeReport(output, settings)),
        new("junit", "a test case for each resource, for build servers", (output, settings) => new JUnitReport(output, settings)),
        new("sarif", "SARIF 2.1.0, for code scanning", (output, settings) => new SarifReport(output, settings)),
        new("html", "one page that needs nothing else", (output, settings) => new HtmlReport(output, settings)),
        new("github", "annotations of GitHub Actions", (output, settings) => new GitHubReport(output, settings)),
    ];

    /// <summary>Finds a format by its name.</summary>
    /// <returns>The format, or <see langword="null"/> if there is none of that name.</returns>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
