using System.Text;

namespace FhirMsc.Fhir.Tests.Validation.Measures;

public class MeasureRuleTests
{
    private static readonly string Library = $$"""{"resourceType":"Library","url":"http://example.org/Library/l","status":"draft","type":{"text":"x"},"content":[{"contentType":"text/cql","data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes("library L version '1'\ncontext Patient\ndefine \"In Initial Population\": true\ndefine Numerator: true\n"))}}"}]}""";

    [Theory]
    [InlineData("Numerator", true, null)]
    [InlineData("L.\\\"In Initial Population\\\"", true, null)]
    [InlineData("Denominator", true, "measure-unknown-definition @ Measure.group[0].population[0].criteria")]
    [InlineData("exists [Condition]", true, null)]
    [InlineData("Numerator", false, "measure-library-required @ Measure.group[0].population[0].criteria")]
    public void A_criterion_is_defined_in_a_library(string expression, bool hasLibrary, string? finding)
    {
        var library = hasLibrary ? ""","library":["http://example.org/Library/l"]""" : string.Empty;
        var measure = $$$"""{"resourceType":"Measure","status":"draft"{{{library}}},"group":[{"population":[{"criteria":{"language":"text/cql","expression":"{{{expression}}}"} }]}]}""";

        Assert.Equal(finding is null ? [] : [finding], Findings.Of("measure-", measure, Library));
    }

    [Fact]
    public void Says_that_the_library_is_not_at_hand() =>
        Assert.Equal(
            ["measure-no-library @ Measure.group[0].population[0].criteria"],
            Findings.Of("measure-", """{"resourceType":"Measure","status":"draft","library":["http://example.org/Library/other"],"group":[{"population":[{"criteria":{"language":"text/cql","expression":"Numerator"}}]}]}"""));
}
