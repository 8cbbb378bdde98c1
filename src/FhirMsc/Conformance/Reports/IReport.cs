using FhirMsc.Conformance.Runs;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Reports;

/// <summary>Writes what a run finds, as it finds it. A report keeps no text that it has written, so that a run may be as long as it likes.</summary>
public interface IReport : IDisposable
{
    /// <summary>Writes the head.</summary>
    void Begin();

    /// <summary>Writes one text that was checked.</summary>
    void Add(CheckedDocument document);

    /// <summary>Writes the end. Nothing is written afterwards.</summary>
    /// <param name="summary">The numbers.</param>
    /// <param name="others">What was found that is in no resource: stale entries of the baseline, profiles that nothing was checked against.</param>
    void End(RunSummary summary, IReadOnlyList<Issue> others);
}
