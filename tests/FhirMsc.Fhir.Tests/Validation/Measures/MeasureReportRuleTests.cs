namespace FhirMsc.Fhir.Tests.Validation.Measures;

public class MeasureReportRuleTests
{
    private const string OneGroup = """{"population":[{"code":{"coding":[{"code":"numerator"}]},"criteria":{"language":"text/fhirpath","expression":"true"}}]}""";
    private const string TwoGroups = """{"code":{"text":"a"}},{"code":{"text":"b"}}""";

    [Theory]
    [InlineData(OneGroup, "summary", """{"population":[{"code":{"coding":[{"code":"numerator"}]},"count":1}]}""")]
    [InlineData(TwoGroups, "summary", """{"code":{"text":"b"}},{"code":{"text":"a"}}""")]
    [InlineData(OneGroup, "subject-list", """{"population":[{"code":{"coding":[{"code":"numerator"}]},"count":1,"subjectResults":{"reference":"List/1"}}]}""")]
    public void Accepts(string groups, string type, string reported) => Assert.Empty(Find(groups, type, reported));

    [Theory]
    [InlineData(OneGroup, "summary", """{"population":[{"code":{"coding":[{"code":"numerator"}]},"count":1,"subjectResults":{"reference":"List/1"}}]}""", "measurereport-subject-list @ MeasureReport.group[0].population[0]")]
    [InlineData(OneGroup, "summary", """{"population":[{"code":{"coding":[{"code":"numerator"}]}}]}""", "measurereport-no-count @ MeasureReport.group[0].population[0]")]
    [InlineData(OneGroup, "subject-list", """{"population":[{"code":{"coding":[{"code":"numerator"}]},"count":1}]}""", "measurereport-no-subject-list @ MeasureReport.group[0].population[0]")]
    [InlineData(TwoGroups, "summary", """{"code":{"text":"a"}},{"code":{"text":"a"}}""", "measurereport-duplicate-group @ MeasureReport.group[1]", "measurereport-missing-group @ MeasureReport")]
    [InlineData(TwoGroups, "summary", """{"code":{"text":"a"}},{"id":"x"}""", "measurereport-unknown-group @ MeasureReport.group[1]", "measurereport-missing-group @ MeasureReport")]
    [InlineData(OneGroup, "summary", """{"population":[{"code":{"coding":[{"code":"denominator"}]},"count":1}]}""", "measurereport-unknown-part @ MeasureReport.group[0].population[0]", "measurereport-missing-part @ MeasureReport.group[0]")]
    public void Rejects(string groups, string type, string reported, params string[] findings) => Assert.Equal(findings, Find(groups, type, reported));

    [Fact]
    public void Says_that_the_measure_is_not_at_hand() =>
        Assert.Equal(["measurereport-no-measure @ MeasureReport.measure"], Findings.Of("measurereport-", """{"resourceType":"MeasureReport","status":"complete","type":"summary","measure":"http://example.org/Measure/m","period":{"start":"2024"}}"""));

    private static string[] Find(string groups, string type, string reported) =>
        Findings.Of(
            "measurereport-",
            $$$"""{"resourceType":"MeasureReport","status":"complete","type":"{{{type}}}","measure":"http://example.org/Measure/m","period":{"start":"2024"},"group":[{{{reported}}}]}""",
            $$"""{"resourceType":"Measure","url":"http://example.org/Measure/m","status":"active","group":[{{groups}}]}""");
}
