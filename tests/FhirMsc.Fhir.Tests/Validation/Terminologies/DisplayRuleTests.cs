using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Tests.Validation.Terminologies;

public class DisplayRuleTests
{
    [Theory]
    [InlineData("Male", null)]
    [InlineData("male", null)]
    [InlineData("Man", "Error binding-wrong-display @ Basic.code.coding[0].display")]
    public void A_display_is_one_of_its_code(string display, string? finding)
    {
        var resource = $$$"""{"resourceType":"Basic","code":{"coding":[{"system":"http://hl7.org/fhir/administrative-gender","code":"male","display":"{{{display}}}"}]}}""";

        Assert.Equal(finding is null ? [] : [finding], Findings.Of("binding-wrong-display", resource, settings => settings with { WrongDisplay = Severity.Error }));
        Assert.Empty(Findings.Of("binding-wrong-display", resource, settings => settings with { WrongDisplay = null }));
    }
}
