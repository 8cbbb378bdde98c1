namespace FhirMsc.Fhir.Tests.Validation.Expressions;

public class ExpressionRuleTests
{
    [Theory]
    [InlineData("text/fhirpath", "Patient.name.exists()", null)]
    [InlineData("text/cql", "exists ([Condition", null)]
    [InlineData("text/fhirpath", "Patient.name.exists(", "expression-fhirpath @ PlanDefinition.action[0].condition[0].expression.expression")]
    public void An_expression_compiles(string language, string expression, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            Findings.Of("expression-", $$$"""{"resourceType":"PlanDefinition","status":"draft","action":[{"condition":[{"kind":"applicability","expression":{"language":"{{{language}}}","expression":"{{{expression}}}"} }]}]}"""));

    [Fact]
    public void So_does_that_of_a_search_parameter() =>
        Assert.Equal(
            ["expression-fhirpath @ SearchParameter.expression"],
            Findings.Of("expression-", """{"resourceType":"SearchParameter","url":"http://example.org/x","name":"x","status":"draft","description":"x","code":"x","base":["Patient"],"type":"string","expression":"Patient.name.where("}"""));
}
