using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Tests.Snapshots;

namespace FhirMsc.Fhir.Tests.Validation.Slicing;

/// <summary>Each sort of discriminator: an item that belongs to the slice, and one that does not.</summary>
public class DiscriminatorTests
{
    private const string Missing = "profile-slice-missing @ Patient";

    [Theory]
    [InlineData("""{"system":"http://a","value":"1"}""", null)]
    [InlineData("""{"system":"http://b","value":"1"}""", Missing)]
    public void Value_is_a_fixed_value_at_the_path(string identifier, string? finding) => Expect(finding, identifier, "value", "system", """,{"path":"Patient.identifier.system","fixedUri":"http://a"}""");

    [Theory]
    [InlineData("""{"use":"official","value":"1"}""", null)]
    [InlineData("""{"use":"usual","value":"1"}""", Missing)]
    public void Value_may_be_a_part_of_a_pattern_around(string identifier, string? finding) => Expect(finding, identifier, "value", "use", string.Empty, ",\"patternIdentifier\":{\"use\":\"official\"}");

    [Theory]
    [InlineData("""{"type":{"coding":[{"system":"http://s","code":"x"},{"system":"http://s","code":"a"}]},"value":"1"}""", null)]
    [InlineData("""{"type":{"coding":[{"system":"http://s","code":"x"}]},"value":"1"}""", Missing)]
    public void Pattern_is_a_pattern_at_the_path(string identifier, string? finding) =>
        Expect(finding, identifier, "pattern", "type", """,{"path":"Patient.identifier.type","patternCodeableConcept":{"coding":[{"system":"http://s","code":"a"}]}}""");

    [Theory]
    [InlineData("""{"use":"official","value":"1"}""", null)]
    [InlineData("""{"value":"1"}""", Missing)]
    public void Value_may_be_a_required_binding(string identifier, string? finding) =>
        Expect(finding, identifier, "value", "use", """,{"path":"Patient.identifier.use","min":1,"binding":{"strength":"required","valueSet":"http://hl7.org/fhir/ValueSet/identifier-use"}}""");

    [Theory]
    [InlineData("""{"type":{"coding":[{"system":"http://s","code":"a"}]}}""", null)]
    [InlineData("""{"type":{"coding":[{"system":"http://t","code":"a"}]}}""", Missing)]
    public void Value_may_be_fixed_below_the_path(string identifier, string? finding) =>
        Expect(finding, identifier, "value", "type", """,{"path":"Patient.identifier.type","min":1},{"path":"Patient.identifier.type.coding","min":1},{"path":"Patient.identifier.type.coding.system","min":1,"fixedUri":"http://s"}""");

    [Theory]
    [InlineData("""{"value":"1","period":{"start":"2020"}}""", null)]
    [InlineData("""{"value":"1"}""", Missing)]
    public void Exists_asks_whether_there_is_anything(string identifier, string? finding) => Expect(finding, identifier, "exists", "period", """,{"path":"Patient.identifier.period","min":1}""");

    [Theory]
    [InlineData("""{"value":"1"}""", null)]
    [InlineData("""{"value":"1","period":{"start":"2020"}}""", Missing)]
    public void Exists_asks_whether_there_is_nothing(string identifier, string? finding) => Expect(finding, identifier, "exists", "period", """,{"path":"Patient.identifier.period","max":"0"}""");

    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":1}", null)]
    [InlineData("\"valueString\":\"a\"", "profile-slice-missing @ Observation.component[0]")]
    public void Type_is_the_type_of_what_is_there(string value, string? finding)
    {
        var profile = Draft.Profile("Observation", """{"path":"Observation.component.value[x]","slicing":{"discriminator":[{"type":"type","path":"$this"}],"rules":"open"}},{"path":"Observation.component.value[x]","sliceName":"valueQuantity","min":1,"type":[{"code":"Quantity"}]}""");

        var found = ProfileFindings.Of($$"""{"resourceType":"Observation","status":"final","code":{"text":"a"},"component":[{"code":{"text":"b"},{{value}}}]}""", profile);

        Assert.Equal(finding is not null, found.Contains(finding ?? "profile-slice-missing @ Observation.component[0]"));
    }

    [Theory]
    [InlineData("Organization", null)]
    [InlineData("Practitioner", Missing)]
    public void Type_may_be_that_of_a_references_target(string type, string? finding)
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.generalPractitioner","slicing":{"discriminator":[{"type":"type","path":"resolve()"}],"rules":"open"}},{"path":"Patient.generalPractitioner","sliceName":"a","min":1,"type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Organization"]}]}""");
        var json = $$$"""{"resourceType":"Patient","generalPractitioner":[{"reference":"#o"}],"contained":[{"resourceType":"{{{type}}}","id":"o","identifier":[{"value":"1"}]}]}""";

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of(json, profile));
    }

    [Theory]
    [InlineData("\"name\":\"a\"", null)]
    [InlineData("\"identifier\":[{\"value\":\"1\"}]", Missing)]
    public void Profile_is_what_the_target_conforms_to(string content, string? finding)
    {
        var named = Draft.Profile("Organization", """{"path":"Organization.name","min":1}""", "http://test/named");
        var profile = Draft.Profile("Patient", """{"path":"Patient.generalPractitioner","slicing":{"discriminator":[{"type":"profile","path":"resolve()"}],"rules":"open"}},{"path":"Patient.generalPractitioner","sliceName":"a","min":1,"type":[{"code":"Reference","targetProfile":["http://test/named"]}]}""");
        var json = $$$"""{"resourceType":"Patient","generalPractitioner":[{"reference":"#o"}],"contained":[{"resourceType":"Organization","id":"o",{{{content}}}}]}""";

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of(json, profile, named));
    }

    [Theory]
    [InlineData("http://test/extension", null)]
    [InlineData("http://example.org/x", Missing)]
    public void Extensions_are_told_by_their_url(string url, string? finding)
    {
        var extension = Draft.Extension("""{"path":"Extension.url","fixedUri":"http://test/extension"}""") with { Contexts = [new ExtensionContext("element", "Patient")] };
        var profile = Draft.Profile("Patient", """{"path":"Patient.extension","sliceName":"a","min":1,"type":[{"code":"Extension","profile":["http://test/extension"]}]}""");

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of($$"""{"resourceType":"Patient","extension":[{"url":"{{url}}","valueString":"a"}]}""", profile, extension));
    }

    [Theory]
    [InlineData("a", null)]
    [InlineData("b", Missing)]
    public void A_path_may_lead_into_an_extension(string value, string? finding)
    {
        var profile = Draft.Profile("Patient", """
            {"path":"Patient.identifier","slicing":{"discriminator":[{"type":"value","path":"extension('http://test/extension').value"}],"rules":"open"}},
            {"path":"Patient.identifier","sliceName":"a","min":1},
            {"path":"Patient.identifier.extension","sliceName":"e","type":[{"code":"Extension","profile":["http://test/extension"]}]}
            """);
        var extension = Draft.Extension("""{"path":"Extension.url","fixedUri":"http://test/extension"},{"path":"Extension.value[x]","min":1,"type":[{"code":"string"}],"fixedString":"a"}""");
        var found = ProfileFindings.Of($$"""{"resourceType":"Patient","identifier":[{"extension":[{"url":"http://test/extension","valueString":"{{value}}"}],"value":"1"}]}""", profile, extension);

        Assert.Equal(finding is null ? [] : [finding], found.Where(one => one.StartsWith("profile-slice", StringComparison.Ordinal)));
    }

    [Fact]
    public void Position_is_the_place_in_the_list()
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.identifier","slicing":{"discriminator":[{"type":"position","path":"$this"}],"rules":"open"}},{"path":"Patient.identifier","sliceName":"first"},{"path":"Patient.identifier.system","fixedUri":"http://a"}""");

        Assert.Empty(ProfileFindings.Of("""{"resourceType":"Patient","identifier":[{"system":"http://a","value":"1"},{"system":"http://b","value":"1"}]}""", profile));
        Assert.Equal(["profile-fixed @ Patient.identifier[0].system"], ProfileFindings.Of("""{"resourceType":"Patient","identifier":[{"system":"http://b","value":"1"},{"system":"http://a","value":"1"}]}""", profile));
    }

    [Fact]
    public void A_slice_that_nothing_tells_apart_is_said_to_be_so() =>
        Assert.Contains("profile-slice-untold @ Patient", ProfileFindings.Of("""{"resourceType":"Patient","identifier":[{"value":"1"}]}""", Profile("value", "assigner", string.Empty, string.Empty)));

    private static void Expect(string? finding, string identifier, string kind, string path, string elements, string slice = "") =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of($$"""{"resourceType":"Patient","identifier":[{{identifier}}]}""", Profile(kind, path, elements, slice)).Where(found => found.StartsWith("profile-", StringComparison.Ordinal)));

    private static StructureDefinition Profile(string kind, string path, string elements, string slice) =>
        Draft.Profile("Patient", $$$"""{"path":"Patient.identifier","slicing":{"discriminator":[{"type":"{{{kind}}}","path":"{{{path}}}"}],"rules":"open"}},{"path":"Patient.identifier","sliceName":"a","min":1{{{slice}}}}{{{elements}}}""");
}
