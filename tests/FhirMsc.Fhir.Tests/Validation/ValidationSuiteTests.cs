using FhirMsc.Fhir.Tests.FhirPath;
using FhirMsc.Suites;

namespace FhirMsc.Fhir.Tests.Validation;

public class ValidationSuiteTests
{
    [SuiteTheory("validation")]
    [InlineData("validation", 95.0, 95.0)]
    [InlineData("cdshooks", 100.0, 100.0)]
    public void Third_party_checks_fail_only_where_the_list_says_so(string name, double least, double leastOfConsensus)
    {
        var suite = SuiteList.Named(name);
        var results = suite.Run(SuiteDirectory.Default!).ToList();

        var disagreements = KnownFailures.Of(suite).Disagreements(results);
        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements));
        Assert.InRange(Passed(results), least, 100.0);
        Assert.InRange(Passed([.. results.Where(result => result.Group == "consensus")]), leastOfConsensus, 100.0);
    }

    private static double Passed(List<CaseResult> results)
    {
        var counted = results.Count(result => result.Outcome != CaseOutcome.Skipped);
        return counted == 0 ? 100.0 : 100.0 * results.Count(result => result.Outcome == CaseOutcome.Passed) / counted;
    }
}
