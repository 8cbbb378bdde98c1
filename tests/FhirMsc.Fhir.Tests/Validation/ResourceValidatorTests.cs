using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation;

public class ResourceValidatorTests
{
    private static readonly ResourceValidator Validator = new(FhirModel.For(FhirRelease.R4));

    [Fact]
    public void A_valid_resource_has_no_issues() => Assert.Empty(Issues("""
        {"resourceType":"Observation","id":"a","status":"final","code":{"text":"x"},"valueQuantity":{"value":1.0},"issued":"2021-04-21T10:00:00Z",
         "component":[{"code":{"text":"y"},"valueString":"z","_valueString":{"id":"q"}}],"contained":[{"resourceType":"Patient","id":"p"}],"subject":{"reference":"#p"}}
        """));

    [Theory]
    [InlineData("structure-no-resource-type", "", """{"id":"a"}""")]
    [InlineData("structure-unknown-resource", "Pumpkin", """{"resourceType":"Pumpkin"}""")]
    [InlineData("structure-unknown-resource", "DomainResource", """{"resourceType":"DomainResource"}""")]
    [InlineData("structure-unknown-resource", "Patient.contained[0]", """{"resourceType":"Patient","contained":[{"resourceType":"Nothing"}]}""")]
    [InlineData("structure-unknown-element", "Patient.pumpkin", """{"resourceType":"Patient","pumpkin":1}""")]
    [InlineData("structure-unknown-element", "Patient.name[1].colour", """{"resourceType":"Patient","name":[{"family":"a"},{"colour":"a"}]}""")]
    [InlineData("structure-missing", "Observation", """{"resourceType":"Observation","status":"final"}""")]
    [InlineData("structure-missing", "Patient.link[0]", """{"resourceType":"Patient","link":[{"type":"seealso"}]}""")]
    [InlineData("structure-two-choices", "Patient.deceasedDateTime", """{"resourceType":"Patient","deceasedBoolean":true,"deceasedDateTime":"2020"}""")]
    [InlineData("structure-array-expected", "Patient.name", """{"resourceType":"Patient","name":{"family":"a"}}""")]
    [InlineData("structure-no-array-expected", "Patient.birthDate[0]", """{"resourceType":"Patient","birthDate":["1970"]}""")]
    [InlineData("structure-primitive-expected", "Patient.birthDate", """{"resourceType":"Patient","birthDate":{"value":"1970"}}""")]
    [InlineData("structure-object-expected", "Patient.name[0]", """{"resourceType":"Patient","name":["Anna"]}""")]
    [InlineData("structure-value-kind", "Patient.active", """{"resourceType":"Patient","active":"true"}""")]
    [InlineData("structure-value-kind", "Patient.multipleBirthInteger", """{"resourceType":"Patient","multipleBirthInteger":"2"}""")]
    [InlineData("structure-value-kind", "Patient.gender", """{"resourceType":"Patient","gender":true}""")]
    [InlineData("structure-value-format", "Patient.birthDate", """{"resourceType":"Patient","birthDate":"1970-02-30"}""")]
    [InlineData("structure-value-format", "Patient.birthDate", """{"resourceType":"Patient","birthDate":"30.3.1970"}""")]
    [InlineData("structure-value-format", "Patient.id", """{"resourceType":"Patient","id":"a b"}""")]
    [InlineData("structure-value-format", "Patient.gender", """{"resourceType":"Patient","gender":" male"}""")]
    [InlineData("structure-value-format", "Patient.multipleBirthInteger", """{"resourceType":"Patient","multipleBirthInteger":1.5}""")]
    [InlineData("structure-value-format", "Patient.multipleBirthInteger", """{"resourceType":"Patient","multipleBirthInteger":2147483648}""")]
    [InlineData("structure-value-format", "Patient.photo[0].data", """{"resourceType":"Patient","photo":[{"contentType":"image/png","data":"abc"}]}""")]
    [InlineData("structure-value-format", "Patient.name[0].family", """{"resourceType":"Patient","name":[{"family":"  "}]}""")]
    public void Finds_the_fault_at_its_path(string code, string path, string json)
    {
        var issue = Assert.Single(Issues(json));

        Assert.Equal((code, path), (issue.Kind.Id, issue.Path));
        Assert.NotNull(issue.Position);
    }

    [Fact]
    public void Finds_all_faults_at_once()
    {
        var found = Issues("""{"resourceType":"Observation","pumpkin":1,"status":true,"valueString":"a","valueBoolean":"b"}""");

        Assert.Equal(
            ["structure-unknown-element", "structure-value-kind", "structure-two-choices", "structure-value-kind", "structure-missing"],
            found.Select(issue => issue.Kind.Id));
    }

    [Theory]
    [InlineData("R4", 0)]
    [InlineData("R4B", 1)]
    [InlineData("R5", 1)]
    public void Each_release_has_its_own_rules(string release, int unknown)
    {
        // exposureBackground is required in R4 and gone from R4B on.
        var evidence = JsonParser.Parse("""{"resourceType":"Evidence","status":"draft","exposureBackground":{"reference":"EvidenceVariable/a"}}""").Tree!.Root;

        Assert.Equal(unknown, new ResourceValidator(FhirModel.For(FhirRelease.Find(release)!)).Validate(evidence).Count(issue => issue.Kind.Id == "structure-unknown-element"));
    }

    private static IReadOnlyList<Fhir.Issues.Issue> Issues(string json) => [.. Validator.Validate(JsonParser.Parse(json).Tree!.Root).Where(issue => issue.IsError)];
}
