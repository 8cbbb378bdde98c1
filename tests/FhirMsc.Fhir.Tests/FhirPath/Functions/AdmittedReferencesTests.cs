using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.FhirPath.Functions;

public class AdmittedReferencesTests
{
    private const string Bundle = """
        {"resourceType":"Bundle","entry":[
         {"resource":{"resourceType":"MedicationRequest","id":"o","reasonReference":[{"reference":"Condition/c"}]}},
         {"resource":{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/other"}}}]}
        """;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void What_the_caller_does_not_admit_is_not_found_in_the_bundle_either(bool admits, int found)
    {
        var order = JsonParser.Parse(Bundle).Tree!.Root.Child("entry").Child("resource");

        var result = FhirPathExpression.Compile("reasonReference.resolve()").Expression!.Evaluate(order, new EvaluationContext { References = new Port(admits) });

        Assert.Equal(found, result.Items.Count);
        Assert.Equal(admits, result.IsCertain);
    }

    private sealed class Port(bool admits) : IReferencePort
    {
        public Node Resolve(string reference) => default;

        public bool Admits(Node resource) => admits;
    }
}
