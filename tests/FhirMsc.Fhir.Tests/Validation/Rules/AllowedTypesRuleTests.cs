using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Tests.Snapshots;

namespace FhirMsc.Fhir.Tests.Validation.Rules;

public class AllowedTypesRuleTests
{
    private static readonly StructureDefinition Short = Draft.Profile("HumanName", """{"path":"HumanName.family","min":1}""", "http://test/family", kind: "complex-type");
    private static readonly StructureDefinition Given = Draft.Profile("HumanName", """{"path":"HumanName.given","min":1}""", "http://test/given", kind: "complex-type");

    [Theory]
    [InlineData("\"deceasedBoolean\":true", null)]
    [InlineData("\"deceasedDateTime\":\"2020\"", "profile-type-not-allowed @ Patient.deceasedDateTime")]
    public void A_profile_may_allow_fewer_types(string content, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of($$"""{"resourceType":"Patient",{{content}}}""", Draft.Profile("Patient", """{"path":"Patient.deceased[x]","type":[{"code":"boolean"}]}""")));

    [Theory]
    [InlineData("""{"family":"a"}""", null)]
    [InlineData("""{"given":["a"]}""", "profile-too-few @ Patient.name[0]")]
    public void A_type_may_have_a_profile(string name, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of($$"""{"resourceType":"Patient","name":[{{name}}]}""", Draft.Profile("Patient", """{"path":"Patient.name","type":[{"code":"HumanName","profile":["http://test/family"]}]}"""), Short));

    [Theory]
    [InlineData("""{"family":"a"}""", null)]
    [InlineData("""{"given":["a"]}""", null)]
    [InlineData("""{"text":"a"}""", "profile-none-fits @ Patient.name[0]")]
    public void Of_several_profiles_one_must_fit(string name, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of($$"""{"resourceType":"Patient","name":[{{name}}]}""", Draft.Profile("Patient", """{"path":"Patient.name","type":[{"code":"HumanName","profile":["http://test/family","http://test/given"]}]}"""), Short, Given));

    [Fact]
    public void A_profile_may_mean_one_element_of_another_one()
    {
        var library = Draft.Profile("Composition", """{"path":"Composition.section","id":"Composition.section:a","sliceName":"a"},{"path":"Composition.section.title","id":"Composition.section:a.title","min":1}""", "http://test/library");
        var profile = Draft.Profile("Composition", """{"path":"Composition.section","type":[{"code":"BackboneElement","profile":["http://test/library"],"_profile":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/elementdefinition-profile-element","valueString":"Composition.section:a"}]}]}]}""");
        var json = """{"resourceType":"Composition","status":"final","type":{"text":"a"},"date":"2020","author":[{"display":"a"}],"title":"a","section":[{"title":"a","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">a</div>"}},{"code":{"text":"a"},"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">a</div>"}}]}""";

        Assert.Equal(["profile-too-few @ Composition.section[1]"], ProfileFindings.Of(json, profile, library));
    }

    [Fact]
    public void A_profile_that_is_not_at_hand_is_said_to_be_so() =>
        Assert.Equal(["profile-unknown @ Patient.name[0]"], ProfileFindings.Of("""{"resourceType":"Patient","name":[{"family":"a"}]}""", Draft.Profile("Patient", """{"path":"Patient.name","type":[{"code":"HumanName","profile":["http://test/none"]}]}""")));
}
