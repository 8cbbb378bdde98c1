using FhirMsc.Conformance.Traces;

namespace FhirMsc.Conformance.Reports;

/// <summary>What all reports of one run go by.</summary>
/// <param name="Root">What file names are relative to.</param>
/// <param name="Version">Version of the tool.</param>
public sealed record ReportSettings(SourceRoot Root, string Version)
{
    /// <summary>Whether remarks and known findings are shown where they are left out otherwise, and resources without findings are named.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether only errors are shown, and no summary.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether text may be coloured.</summary>
    public bool Color { get; init; }
}
