using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Tests.Snapshots;

namespace FhirMsc.Fhir.Tests.Validation.Rules;

public class BindingRuleTests
{
    private const string Gender = "http://hl7.org/fhir/ValueSet/administrative-gender";
    private const string Marital = "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus";

    [Theory]
    [InlineData("\"gender\":\"male\"", null)]
    [InlineData("\"gender\":\"man\"", "binding-required @ Patient.gender")]
    [InlineData("""  "_gender":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]} """, "binding-no-code @ Patient.gender")]
    public void A_code_must_be_from_a_required_value_set(string content, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.With($$"""{"resourceType":"Patient",{{content}}}"""));

    [Theory]
    [InlineData("required", $$"""{"coding":[{"system":"http://hl7.org/fhir/administrative-gender","code":"male"}]}""", null)]
    [InlineData("required", $$"""{"coding":[{"system":"http://x","code":"a"},{"system":"http://hl7.org/fhir/administrative-gender","code":"male"}]}""", null)]
    [InlineData("required", $$"""{"coding":[{"system":"http://x","code":"male"}]}""", "binding-required @ Patient.contact[0].relationship[0]")]
    [InlineData("required", """{"text":"a"}""", "binding-no-code @ Patient.contact[0].relationship[0]")]
    [InlineData("extensible", """{"text":"a"}""", null)]
    [InlineData("extensible", """{"coding":[{"system":"http://x","code":"male"}]}""", "binding-extensible @ Patient.contact[0].relationship[0]")]
    [InlineData("preferred", """{"coding":[{"system":"http://x","code":"male"}]}""", null)]
    [InlineData("example", """{"coding":[{"system":"http://x","code":"male"}]}""", null)]
    public void The_strength_says_how_bad_it_is(string strength, string concept, string? finding)
    {
        var profile = Draft.Profile("Patient", $$"""{"path":"Patient.contact.relationship","binding":{"strength":"{{strength}}","valueSet":"{{Gender}}"} }""");
        var found = ProfileFindings.All($$"""{"resourceType":"Patient","contact":[{"name":{"text":"a"},"relationship":[{{concept}}]}]}""", [profile], [profile.Url]).Where(issue => issue.Profile == profile.Url);

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Plain(found));
    }

    [Theory]
    [InlineData("M", null)]
    [InlineData("nothing", "binding-maximum @ Patient.maritalStatus")]
    public void A_maximum_value_set_binds_like_a_required_one(string code, string? finding)
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.maritalStatus","binding":{"strength":"preferred","valueSet":"http://hl7.org/fhir/ValueSet/marital-status","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet","valueCanonical":"http://hl7.org/fhir/ValueSet/marital-status"}]}}""");
        var json = $$$"""{"resourceType":"Patient","maritalStatus":{"coding":[{"system":"{{{Marital}}}","code":"{{{code}}}"}]}}""";

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of(json, profile).Where(found => found.StartsWith("binding-max", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_value_set_that_is_not_at_hand_is_said_to_be_so()
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.language","binding":{"strength":"required","valueSet":"http://test/none"}}""");

        Assert.Equal(["binding-untold @ Patient.language"], ProfileFindings.Of("""{"resourceType":"Patient","language":"en"}""", profile));
        Assert.Empty(ProfileFindings.All("""{"resourceType":"Patient","language":"en"}""", [profile], [profile.Url], settings => settings with { UntoldBinding = null }));
    }

    [Fact]
    public void The_nearest_code_is_proposed() =>
        Assert.Equal("did you mean 'female'?", Assert.Single(ProfileFindings.All("""{"resourceType":"Patient","gender":"femal"}""", [], [])).Fix);

    [Fact]
    public void A_code_that_its_system_does_not_have_is_an_error_whatever_the_binding() =>
        Assert.Contains("binding-unknown-code @ Patient.maritalStatus.coding[0].code", ProfileFindings.With($$$"""{"resourceType":"Patient","maritalStatus":{"coding":[{"system":"{{{Marital}}}","code":"nothing"}]}}"""));

    [Theory]
    [InlineData("xml")]
    [InlineData("application/fhir+json")]
    public void Formats_may_go_by_their_short_names(string format) =>
        Assert.DoesNotContain(ProfileFindings.All($$"""{"resourceType":"CapabilityStatement","status":"draft","date":"2020","kind":"requirements","fhirVersion":"4.0.1","format":["{{format}}"],"description":"a"}""", [], []), issue => issue.Kind == BindingIssues.Required);

    [Theory]
    [InlineData("http://hl7.org/fhirpath/System.String", false)]
    [InlineData("http://hl7.org/fhirpath/System.Text", true)]
    [InlineData("http://hl7.org/fhirpath/String", true)]
    public void The_type_of_an_element_may_be_one_that_FHIRPath_has(string code, bool isWarned)
    {
        var json = $$$"""{"resourceType":"StructureDefinition","url":"http://test/s","name":"S","status":"draft","kind":"logical","abstract":false,"type":"http://test/s","differential":{"element":[{"id":"s","path":"s"},{"id":"s.a","path":"s.a","type":[{"code":"{{{code}}}"}]}]}}""";

        Assert.Equal(isWarned, ProfileFindings.All(json, [], []).Any(issue => issue.Kind == BindingIssues.Extensible && issue.Path.EndsWith(".code", StringComparison.Ordinal)));
    }
}
