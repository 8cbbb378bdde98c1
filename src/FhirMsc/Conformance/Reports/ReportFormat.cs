namespace FhirMsc.Conformance.Reports;

/// <summary>A form that findings can be written in.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Create">Makes the report that writes to a text. The text stays open.</param>
public sealed record ReportFormat(string Name, string Description, Func<TextWriter, ReportSettings, IReport> Create);
