using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation;

public class ConformancePortTests
{
    private const string Types = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly FhirModel Model = FhirModel.For(FhirRelease.R4);

    [Theory]
    [InlineData("Patient", """{"resourceType":"Patient","gender":"female"}""", "true")]
    [InlineData("Patient", """{"resourceType":"Patient","gender":"pumpkin"}""", "false")]
    [InlineData("Patient", """{"resourceType":"Patient","pumpkin":true}""", "false")]
    [InlineData("Person", """{"resourceType":"Patient","gender":"female"}""", "false")]
    [InlineData("vitalsigns", """{"resourceType":"Observation","status":"final","code":{"text":"a"}}""", "false")]
    [InlineData("pumpkin", """{"resourceType":"Patient","gender":"female"}""", "! fhirpath-wrong-value")]
    public void Tells_conformance_by_validation(string profile, string json, string expected)
    {
        var environment = new EvaluationContext { Profiles = new ConformancePort(new ResourceValidator(Model), Model) };
        var expression = FhirPathExpression.Compile($"conformsTo('{Types}{profile}')", new FhirPathOptions { Model = Model }).Expression!;

        var result = expression.Evaluate(JsonParser.Parse(Encoding.UTF8.GetBytes(json)).Tree!.Root, environment);

        Assert.Equal(expected, result.Issue is { } issue ? $"! {issue.Kind.Id}" : string.Join(',', result.Items));
    }

    [Fact]
    public void A_part_of_a_resource_can_not_be_told()
    {
        var environment = new EvaluationContext { Profiles = new ConformancePort(new ResourceValidator(Model), Model) };
        var expression = FhirPathExpression.Compile($"name.conformsTo('{Types}HumanName')", new FhirPathOptions { Model = Model }).Expression!;

        var result = expression.Evaluate(JsonParser.Parse("""{"resourceType":"Patient","name":[{"text":"a"}]}"""u8.ToArray()).Tree!.Root, environment);

        Assert.Empty(result.Items);
        Assert.False(result.IsCertain);
    }
}
