using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.FhirPath;

public class VariableTests
{
    private static readonly EvaluationContext Environment = new()
    {
        Variables = new Dictionary<string, VariableValue>
        {
            ["observations"] = VariableValue.Of([Sample.Observation]),
            ["conditions"] = VariableValue.NotAvailable,
            ["limit"] = VariableValue.Of(Item.Of(100)),
        },
    };

    [Theory]
    [InlineData("%observations.status", "final")]
    [InlineData("%observations.where(status = 'final').value < %limit 'kg'", "! syntax")]
    [InlineData("%observations.value.value < %limit", "true")]
    [InlineData("%resource.id", "p1")]
    [InlineData("%context.id", "p1")]
    [InlineData("name.given.select(%resource.id & $this)", "p1Ada | p1Eve | p1Addi")]
    [InlineData("%ucum", "http://unitsofmeasure.org")]
    [InlineData("%`vs-marital-status`", "http://hl7.org/fhir/ValueSet/marital-status")]
    [InlineData("%vs-marital-status", "http://hl7.org/fhir/ValueSet/marital-status")]
    [InlineData("%`ext-patient-birthTime`", "http://hl7.org/fhir/StructureDefinition/patient-birthTime")]
    [InlineData("%nobody", "! fhirpath-unknown-variable")]
    [InlineData("defineVariable('n', name.first()).select(%n.family)", "Berger")]
    [InlineData("defineVariable('n').id | defineVariable('n').gender", "p1 | female")]
    [InlineData("name.defineVariable('n', family).id | %n", "! fhirpath-unknown-variable")]
    [InlineData("defineVariable('n').defineVariable('n')", "! fhirpath-variable-taken")]
    [InlineData("defineVariable('resource')", "! fhirpath-variable-taken")]
    public void Finds_variables(string expression, string expected)
    {
        if (expected == "! syntax")
        {
            Assert.False(FhirPathExpression.Compile(expression).IsOk);
            return;
        }

        Assert.Equal(expected, Sample.Evaluate(expression, Sample.Patient, Environment));
    }

    [Fact]
    public void A_variable_that_is_not_available_is_empty_and_noted()
    {
        var result = Sample.Compile("%conditions.exists() or %conditions.empty()").Evaluate(Sample.Patient, Environment);

        Assert.True(result.IsOk);
        Assert.Equal(["conditions"], result.UnavailableVariables);
        Assert.False(result.IsCertain);
    }

    [Fact]
    public void What_is_not_looked_at_is_not_noted()
    {
        var result = Sample.Compile("%observations.exists() or %conditions.exists()").Evaluate(Sample.Patient, Environment);

        Assert.True(result.ToBoolean());
        Assert.Empty(result.UnavailableVariables);
        Assert.True(result.IsCertain);
    }

    [Fact]
    public void Root_resource_is_the_container_of_a_contained_one()
    {
        var contained = Sample.Patient.Child("contained");

        Assert.Equal("org", Sample.Evaluate("%resource.id", contained));
        Assert.Equal("p1", Sample.Evaluate("%rootResource.id", contained));
        Assert.Equal("p1", Sample.Evaluate("%rootResource.id", contained.Child("name")));
        Assert.Equal(string.Empty, Sample.Evaluate("%resource", default(Node)));
    }
}
