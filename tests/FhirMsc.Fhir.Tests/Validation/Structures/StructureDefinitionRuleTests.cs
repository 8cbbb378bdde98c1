namespace FhirMsc.Fhir.Tests.Validation.Structures;

public class StructureDefinitionRuleTests
{
    private const string Base = "http://hl7.org/fhir/StructureDefinition/";

    [Theory]
    [InlineData("Patient", """{"id":"Patient.name","path":"Patient.name","min":1}""")]
    [InlineData("Observation", """{"id":"Observation.value[x]","path":"Observation.value[x]","type":[{"code":"Quantity"}]}""")]
    [InlineData("Patient", """{"id":"Patient.name","path":"Patient.name","constraint":[{"key":"x-1","severity":"error","human":"x","expression":"family.exists()"}]}""")]
    [InlineData("Bundle", $$"""{"id":"Bundle.entry.resource","path":"Bundle.entry.resource","type":[{"code":"Resource","profile":["{{Base}}Observation"]}]}""")]
    public void Accepts(string type, string element) => Assert.Empty(Find(type, element));

    [Theory]
    [InlineData("Patient", """{"id":"Patient.nam","path":"Patient.nam","min":1}""", "snapshot-unknown-element @ StructureDefinition.differential.element[0].path")]
    [InlineData("Patient", """{"id":"Patient.birthDate","path":"Patient.birthDate","max":"2"}""", "snapshot-max-raised @ StructureDefinition.differential.element[0].max")]
    [InlineData("Patient", """{"id":"Patient.name","path":"Patient.name","constraint":[{"key":"x-1","severity":"error","human":"x","expression":"family.exists("}]}""", "definition-constraint @ StructureDefinition.differential.element[0].constraint[0].expression")]
    [InlineData("Patient", """{"id":"Patient.birthDate","path":"Patient.birthDate","type":[{"code":"date"}],"binding":{"strength":"required"}}""", "definition-binding @ StructureDefinition.differential.element[0]")]
    public void Rejects(string type, string element, string finding) => Assert.Equal([finding], Find(type, element));

    [Fact]
    public void A_profile_fits_the_type_of_its_element() =>
        Assert.Contains("definition-profile-type @ StructureDefinition.differential.element[0].type[0].profile[0]", Find("Observation", $$"""{"id":"Observation.valueQuantity","path":"Observation.valueQuantity","type":[{"code":"Quantity","profile":["{{Base}}Count"]}]}"""));

    [Theory]
    [InlineData("http://example.org/StructureDefinition/x", "Patient.contact", null)]
    [InlineData("http://example.org/StructureDefinition/y", "Patient", "definition-extension-url @ StructureDefinition.differential.element[1].fixedUri")]
    [InlineData("http://example.org/StructureDefinition/x", "Element", "definition-context-element @ StructureDefinition.context[0]")]
    [InlineData("http://example.org/StructureDefinition/x", "Patient.nothing", "definition-context-path @ StructureDefinition.context[0].expression")]
    public void An_extension_goes_by_its_url_and_says_where_it_stands(string url, string context, string? finding)
    {
        var extension = $$$"""{"resourceType":"StructureDefinition","url":"http://example.org/StructureDefinition/x","name":"X","status":"draft","kind":"complex-type","abstract":false,"context":[{"type":"element","expression":"{{{context}}}"}],"type":"Extension","baseDefinition":"{{{Base}}}Extension","derivation":"constraint","differential":{"element":[{"id":"Extension","path":"Extension"},{"id":"Extension.url","path":"Extension.url","fixedUri":"{{{url}}}"}]}}""";

        Assert.Equal(finding is null ? [] : [finding], Findings.Of("definition-", extension));
    }

    private static string[] Find(string type, string element)
    {
        var resource = $$$"""{"resourceType":"StructureDefinition","url":"http://example.org/StructureDefinition/x","name":"X","status":"draft","kind":"resource","abstract":false,"type":"{{{type}}}","baseDefinition":"{{{Base}}}{{{type}}}","derivation":"constraint","differential":{"element":[{{{element}}}]}}""";
        return [.. Findings.All(resource, []).Where(issue => issue.IsError && (issue.Kind.Id.StartsWith("definition-", StringComparison.Ordinal) || issue.Kind.Id.StartsWith("snapshot-", StringComparison.Ordinal))).Select(issue => $"{issue.Kind.Id} @ {issue.Path}")];
    }
}
