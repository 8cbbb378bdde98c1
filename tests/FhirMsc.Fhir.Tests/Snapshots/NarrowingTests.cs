namespace FhirMsc.Fhir.Tests.Snapshots;

public class NarrowingTests
{
    [Theory]
    [InlineData("""{"path":"Patient.communication.language","min":0}""", "snapshot-min-lowered", "min")]
    [InlineData("""{"path":"Patient.birthDate","max":"*"}""", "snapshot-max-raised", "max")]
    [InlineData("""{"path":"Patient.name","min":2,"max":"1"}""", "snapshot-min-above-max", "min")]
    [InlineData("""{"path":"Patient.birthDate","type":[{"code":"dateTime"}]}""", "snapshot-type-not-allowed", "type")]
    [InlineData("""{"path":"Patient.gender","binding":{"strength":"example"}}""", "snapshot-binding-loosened", "binding.strength")]
    [InlineData("""{"path":"Patient.birthDate","fixedString":"1970"}""", "snapshot-value-type", "fixed[x]")]
    [InlineData("""{"path":"Patient.maritalStatus","patternCoding":{"code":"M"}}""", "snapshot-value-type", "pattern[x]")]
    [InlineData("""{"path":"Patient.managingOrganization","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Device"]}]}""", "snapshot-target-not-allowed", "type")]
    public void What_the_base_does_not_allow_is_reported_where_it_stands(string element, string issue, string property)
    {
        var found = Assert.Single(Draft.Generate(Draft.Profile("Patient", """{"path":"Patient"},""" + element)).Issues);

        Assert.Equal((issue, "StructureDefinition.differential.element[1]." + property), (found.Kind.Id, found.Path));
        Assert.True(found.IsError);
    }

    [Theory]
    [InlineData("""{"path":"Patient.managingOrganization","type":[{"code":"Reference","targetProfile":["http://test/organization"]}]}""")]
    [InlineData("""{"path":"Patient.generalPractitioner","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Practitioner"]}]}""")]
    [InlineData("""{"path":"Patient.generalPractitioner","type":[{"code":"Reference"}]}""")]
    [InlineData("""{"path":"Patient.generalPractitioner","type":[{"code":"Reference","targetProfile":["http://test/not-at-hand"]}]}""")]
    public void A_profile_of_an_allowed_target_is_allowed(string element) =>
        Draft.Clean(Draft.Profile("Patient", element), Draft.Profile("Organization", """{"path":"Organization.name","min":1}""", "http://test/organization"));

    [Theory]
    [InlineData("gender", "\"fixedCode\":\"male\"", "\"fixedCode\":\"female\"", "snapshot-value-changed")]
    [InlineData("gender", "\"patternCode\":\"male\"", "\"fixedCode\":\"female\"", "snapshot-value-changed")]
    [InlineData("maritalStatus", "\"patternCodeableConcept\":{\"text\":\"a\"}", "\"patternCodeableConcept\":{\"text\":\"b\"}", "snapshot-value-changed")]
    [InlineData("maritalStatus", "\"patternCodeableConcept\":{\"text\":\"a\"}", "\"patternCodeableConcept\":{\"text\":\"a\",\"coding\":[{\"code\":\"c\"}]}", null)]
    [InlineData("birthDate", "\"minValueDate\":\"1900-01-01\"", "\"minValueDate\":\"1899-12-31\"", "snapshot-limit-widened")]
    [InlineData("birthDate", "\"minValueDate\":\"1900-01-01\"", "\"minValueDate\":\"1900-01-02\"", null)]
    [InlineData("birthDate", "\"maxValueDate\":\"1900-01-01\"", "\"maxValueDate\":\"1900-01-02\"", "snapshot-limit-widened")]
    public void A_value_that_contradicts_the_bases_is_reported(string name, string before, string now, string? issue)
    {
        var first = Draft.Profile("Patient", $$"""{"path":"Patient.{{name}}",{{before}}}""", "http://test/base");
        var second = Draft.Profile("Patient", $$"""{"path":"Patient.{{name}}",{{now}}}""", from: "http://test/base");

        Assert.Equal(issue, Draft.Generate(second, first).Issues.SingleOrDefault()?.Kind.Id);
    }

    [Fact]
    public void Fewer_than_the_slices_of_the_base_ask_for_is_reported()
    {
        const string Slicing = """{"path":"Patient.name","slicing":{"discriminator":[{"type":"value","path":"use"}],"rules":"open"}},{"path":"Patient.name","sliceName":"a","min":1},{"path":"Patient.name","sliceName":"b","min":1}""";

        Assert.Equal("snapshot-slice-total", Assert.Single(Draft.Generate(Draft.Profile("Patient", """{"path":"Patient.name","max":"1"}""", from: "http://test/base"), Draft.Profile("Patient", Slicing, "http://test/base")).Issues).Kind.Id);
    }

    [Fact]
    public void A_length_beyond_the_bases_is_reported()
    {
        var first = Draft.Profile("Patient", """{"path":"Patient.language","maxLength":5}""", "http://test/base");
        var second = Draft.Profile("Patient", """{"path":"Patient.language","maxLength":6}""", from: "http://test/base");

        Assert.Equal("snapshot-limit-widened", Assert.Single(Draft.Generate(second, first).Issues).Kind.Id);
    }

    [Fact]
    public void A_base_of_another_type_and_a_profile_of_another_type_are_reported()
    {
        var wrong = Draft.Profile("Patient", """{"path":"Patient.name","type":[{"code":"HumanName","profile":["http://hl7.org/fhir/StructureDefinition/Address"]}]}""");

        Assert.Equal("snapshot-profile-type", Assert.Single(Draft.Generate(wrong).Issues).Kind.Id);
        Assert.Contains(Draft.Generate(Draft.Profile("Patient", """{"path":"Patient"}""", from: Draft.Core + "Person")).Issues, issue => issue.Kind.Id == "snapshot-base-type");
    }
}
