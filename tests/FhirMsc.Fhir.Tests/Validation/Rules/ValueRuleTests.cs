using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Tests.Snapshots;

namespace FhirMsc.Fhir.Tests.Validation.Rules;

/// <summary>Fixed values, patterns, least and greatest values, lengths and regular expressions.</summary>
public class ValueRuleTests
{
    [Theory]
    [InlineData("""{"path":"Patient.gender","fixedCode":"male"}""", "\"gender\":\"male\"", null)]
    [InlineData("""{"path":"Patient.gender","fixedCode":"male"}""", "\"gender\":\"female\"", "profile-fixed @ Patient.gender")]
    [InlineData("""{"path":"Patient.active","fixedBoolean":true}""", "\"active\":false", "profile-fixed @ Patient.active")]
    [InlineData("""{"path":"Patient.maritalStatus","fixedCodeableConcept":{"text":"a"}}""", """ "maritalStatus":{"text":"a"} """, null)]
    [InlineData("""{"path":"Patient.maritalStatus","fixedCodeableConcept":{"text":"a"}}""", """ "maritalStatus":{"text":"a","id":"b"} """, "profile-fixed @ Patient.maritalStatus")]
    [InlineData("""{"path":"Patient.maritalStatus","patternCodeableConcept":{"coding":[{"system":"http://s","code":"c"}]}}""", """ "maritalStatus":{"coding":[{"system":"http://t","code":"c"},{"system":"http://s","code":"c","display":"d"}],"text":"x"} """, null)]
    [InlineData("""{"path":"Patient.maritalStatus","patternCodeableConcept":{"coding":[{"system":"http://s","code":"c"}]}}""", """ "maritalStatus":{"coding":[{"system":"http://t","code":"c"},{"system":"http://s","code":"d"}]} """, "profile-pattern @ Patient.maritalStatus")]
    [InlineData("""{"path":"Patient.birthDate","minValueDate":"2000-01-01"}""", "\"birthDate\":\"2000-01-01\"", null)]
    [InlineData("""{"path":"Patient.birthDate","minValueDate":"2000-01-01"}""", "\"birthDate\":\"1999-12-31\"", "profile-too-small @ Patient.birthDate")]
    [InlineData("""{"path":"Patient.birthDate","maxValueDate":"2000-01-01"}""", "\"birthDate\":\"2001\"", "profile-too-large @ Patient.birthDate")]
    [InlineData("""{"path":"Patient.birthDate","minValueDate":"2000-01-15"}""", "\"birthDate\":\"2000-01\"", "profile-range-untold @ Patient.birthDate")]
    [InlineData("""{"path":"Patient.multipleBirth[x]","type":[{"code":"integer"}],"maxValueInteger":5}""", "\"multipleBirthInteger\":6", "profile-too-large @ Patient.multipleBirthInteger")]
    [InlineData("""{"path":"Patient.language","maxLength":2}""", "\"language\":\"en\"", null)]
    [InlineData("""{"path":"Patient.language","maxLength":2}""", "\"language\":\"en-GB\"", "profile-too-long @ Patient.language")]
    [InlineData("""{"path":"Patient.language","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minLength","valueInteger":3}]}""", "\"language\":\"en\"", "profile-too-short @ Patient.language")]
    [InlineData("""{"path":"Patient.language","type":[{"code":"code","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/regex","valueString":"d."}]}]}""", "\"language\":\"de\"", null)]
    [InlineData("""{"path":"Patient.language","type":[{"code":"code","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/regex","valueString":"d."}]}]}""", "\"language\":\"en\"", "profile-regex @ Patient.language")]
    [InlineData("""{"path":"Patient.language","type":[{"code":"code","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/regex","valueString":"("}]}]}""", "\"language\":\"en\"", "profile-regex-untold @ Patient.language")]
    public void Checks_the_value(string element, string content, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of($$"""{"resourceType":"Patient",{{content}}}""", Draft.Profile("Patient", element)).Where(found => found.StartsWith("profile-", StringComparison.Ordinal)));

    [Theory]
    [InlineData("2", "mg", null)]
    [InlineData("2", "g", "profile-too-large @ Observation.valueQuantity")]
    [InlineData("2", "cm", "profile-range-untold @ Observation.valueQuantity")]
    public void Compares_quantities_by_what_they_measure(string value, string unit, string? finding)
    {
        var profile = Draft.Profile("Observation", """{"path":"Observation.value[x]","type":[{"code":"Quantity"}],"maxValueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"g"}}""");
        var json = $$"""{"resourceType":"Observation","status":"final","code":{"text":"a"},"valueQuantity":{"value":{{value}},"system":"http://unitsofmeasure.org","code":"{{unit}}"} }""";

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of(json, profile));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":true}""", null)]
    [InlineData("""{"resourceType":"Patient","_active":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}}""", "profile-no-value @ Patient.active")]
    public void A_primitive_may_be_asked_to_have_a_value(string json, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Plain(ProfileFindings.All(json, [Draft.Profile("Patient", """{"path":"Patient.active","mustHaveValue":true}""")], ["http://test/profile"], release: FhirRelease.R5)));

    [Theory]
    [InlineData("http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode", "unknown", null)]
    [InlineData("http://hl7.org/fhir/StructureDefinition/translation", "valueString", "unknown", "profile-no-value @ Patient.active")]
    public void One_of_the_extensions_named_may_stand_in_for_the_value(string url, string name, string value, string? finding)
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.active","extension":[{"url":"http://hl7.org/fhir/5.0/StructureDefinition/extension-ElementDefinition.valueAlternatives","valueCanonical":"http://hl7.org/fhir/StructureDefinition/data-absent-reason"}]}""");
        var json = $$$"""{"resourceType":"Patient","_active":{"extension":[{"url":"{{{url}}}","{{{name}}}":"{{{value}}}"}]}}""";

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of(json, profile).Where(found => found.StartsWith("profile-no", StringComparison.Ordinal)));
    }
}
