using FhirMsc.Suites;

namespace FhirMsc.Fhir.Tests.FhirPath;

public class SuiteTests
{
    [SuiteTheory("fhirpath")]
    [InlineData("fhirpath/r4", 98.0)]
    [InlineData("fhirpath/r5", 97.0)]
    [InlineData("fhirpath/fhirpathjs", 95.0)]
    public void Third_party_suites_fail_only_where_the_list_says_so(string name, double least)
    {
        var suite = SuiteList.Named(name);
        var results = suite.Run(SuiteDirectory.Default!).ToList();

        var disagreements = KnownFailures.Of(suite).Disagreements(results);
        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements));
        var counted = results.Count(result => result.Outcome != CaseOutcome.Skipped);
        Assert.InRange(100.0 * results.Count(result => result.Outcome == CaseOutcome.Passed) / counted, least, 100.0);
    }

    [Fact]
    public void A_case_that_starts_to_fail_or_to_pass_is_said()
    {
        var known = KnownFailures.Of(SuiteList.Named("fhirpath/r4"));
        var listed = known.Cases.First();

        Assert.Contains("is not listed", Assert.Single(known.Disagreements([.. known.Cases.Select(name => new CaseResult(name, CaseOutcome.Failed)), new CaseResult("new", CaseOutcome.Failed, "why")])), StringComparison.Ordinal);
        Assert.Contains("does not fail any more", Assert.Single(known.Disagreements(known.Cases.Select(name => new CaseResult(name, name == listed ? CaseOutcome.Passed : CaseOutcome.Failed)))), StringComparison.Ordinal);
        Assert.Contains("is no case", Assert.Single(known.Disagreements(known.Cases.Skip(1).Select(name => new CaseResult(name, CaseOutcome.Failed)))), StringComparison.Ordinal);
    }
}
