using FhirMsc.Fhir.Tests.FhirPath;
using FhirMsc.Suites;

namespace FhirMsc.Fhir.Tests.Snapshots;

public class SnapshotSuiteTests
{
    [SuiteTheory("snapshot")]
    [InlineData("snapshot", 90.0)]
    public void Snapshots_differ_only_where_the_list_says_so(string name, double least)
    {
        var suite = SuiteList.Named(name);
        var results = suite.Run(SuiteDirectory.Default!).ToList();

        var disagreements = KnownFailures.Of(suite).Disagreements(results);
        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements));
        Assert.InRange(100.0 * results.Count(result => result.Outcome == CaseOutcome.Passed) / results.Count, least, 100.0);
    }
}
