namespace FhirMsc.Fhir.Tests.Validation.Identification;

public class IdentificationTests
{
    [Theory]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"http://example.org/ids","value":"1"},{"system":"urn:ietf:rfc:3986","value":"urn:oid:1.2.3"}]}""")]
    [InlineData("""{"resourceType":"Basic","code":{"coding":[{"system":"urn:oid:1.2.3","code":"x"}]}}""")]
    [InlineData("""{"resourceType":"Library","url":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","status":"draft","type":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Patient","id":"a","name":[{"id":"a"},{"id":"b"}],"contained":[{"resourceType":"Group","id":"b","name":"x","_name":{"id":"a"}},{"resourceType":"Group","id":"c"}]}""")]
    [InlineData("""{"resourceType":"QuestionnaireResponse","questionnaire":"#q","status":"completed","contained":[{"resourceType":"Questionnaire","id":"q","status":"draft"}]}""")]
    public void Accepts(string resource) => Assert.Empty(Findings.Of("identification-", resource));

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"id":"a","family":"x"},{"id":"a","family":"x"}]}""", "identification-duplicate-id @ Patient.name[1]")]
    [InlineData("""{"resourceType":"Patient","birthDate":"2024","_birthDate":{"id":"a"},"name":[{"id":"a","family":"x"}]}""", "identification-duplicate-id @ Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Group","id":"a"},{"resourceType":"List","id":"a"}]}""", "identification-duplicate-id @ Patient.contained[1]")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"ids","value":"1"}]}""", "identification-relative-system @ Patient.identifier[0].system")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":"urn:ietf:rfc:3986","value":"1.2.3"}]}""", "identification-not-uri @ Patient.identifier[0]")]
    [InlineData("""{"resourceType":"Basic","code":{"coding":[{"system":"x","code":"x"}]}}""", "identification-relative-system @ Basic.code.coding[0].system")]
    [InlineData("""{"resourceType":"Library","url":"Library/1","status":"draft","type":{"text":"x"}}""", "identification-relative-url @ Library.url")]
    [InlineData("""{"resourceType":"Library","url":"http://example.org/Library/1|2","status":"draft","type":{"text":"x"}}""", "identification-version-in-url @ Library.url")]
    [InlineData("""{"resourceType":"Measure","library":["Library/1"],"status":"draft"}""", "identification-relative-canonical @ Measure.library[0]")]
    public void Rejects(string resource, string finding) => Assert.Equal([finding], Findings.Of("identification-", resource));
}
