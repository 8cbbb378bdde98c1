using FhirMsc.Suites;

namespace FhirMsc.Fhir.Tests.FhirPath;

/// <summary>A test that runs a third-party suite; skipped, with the reason, where the suites are not at hand.</summary>
internal sealed class SuiteTheoryAttribute : TheoryAttribute
{
    public SuiteTheoryAttribute(string folder) => Skip = SuiteDirectory.SkipReason(folder);
}
