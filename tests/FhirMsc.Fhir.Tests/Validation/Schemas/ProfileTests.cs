using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Tests.Snapshots;
using FhirMsc.Fhir.Validation;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Tests.Validation.Schemas;

/// <summary>Which profiles a resource is checked against, and what becomes of them.</summary>
public class ProfileTests
{
    private static readonly StructureDefinition Active = Draft.Profile("Patient", """{"path":"Patient.active","min":1}""", "http://test/active");

    [Fact]
    public void Claimed_profiles_are_checked() =>
        Assert.Equal(["profile-too-few @ Patient"], ProfileFindings.With("""{"resourceType":"Patient","meta":{"profile":["http://test/active"]}}""", Active));

    [Fact]
    public void Claims_of_contained_resources_and_entries_are_checked() =>
        Assert.Equal(
            ["profile-too-few @ Bundle.entry[0].resource"],
            ProfileFindings.With("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://s/Patient/a","resource":{"resourceType":"Patient","id":"a","meta":{"profile":["http://test/active"]}}}]}""", Active));

    [Fact]
    public void A_claimed_profile_that_is_not_at_hand_is_as_bad_as_the_settings_say()
    {
        const string Json = """{"resourceType":"Patient","meta":{"profile":["http://test/none"]}}""";

        Assert.Equal(("profile-unknown", "Patient.meta.profile[0]", Severity.Warning), Facts(Assert.Single(ProfileFindings.All(Json, [], []))));
        Assert.Equal(Severity.Error, Assert.Single(ProfileFindings.All(Json, [], [], settings => settings with { UnknownProfile = Severity.Error })).Severity);
        Assert.Empty(ProfileFindings.All(Json, [], [], settings => settings with { UnknownProfile = null }));
    }

    [Fact]
    public void A_profile_that_was_asked_for_and_is_not_at_hand_is_an_error() =>
        Assert.Equal(("profile-unknown", "Patient", Severity.Error), Facts(Assert.Single(ProfileFindings.All("""{"resourceType":"Patient"}""", [], ["http://test/none"]))));

    [Fact]
    public void A_profile_of_another_type_is_an_error() =>
        Assert.Equal(["profile-wrong-type @ Practitioner"], ProfileFindings.Of("""{"resourceType":"Practitioner"}""", Active));

    [Fact]
    public void Imposed_profiles_are_checked() =>
        Assert.Equal(["profile-too-few @ Patient"], ProfileFindings.Of("""{"resourceType":"Patient","gender":"male"}""", Draft.Profile("Patient", """{"path":"Patient.gender","min":1}""") with { ImposedProfiles = ["http://test/active"] }, Active));

    [Fact]
    public void Global_profiles_are_checked_everywhere() =>
        Assert.Equal(
            ["profile-too-few @ Patient"],
            ProfileFindings.Plain(ProfileFindings.All("""{"resourceType":"Patient"}""", [Active], [], settings => settings with { GlobalProfiles = new Dictionary<string, IReadOnlyList<string>> { ["Patient"] = ["http://test/active"] } })));

    [Theory]
    [InlineData("8310-5", "\"valueQuantity\":{\"value\":37,\"unit\":\"C\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"Cel\"}", "profile-slice-missing @ Observation")]
    [InlineData("1234-5", "\"valueString\":\"a\"", null)]
    public void Vital_signs_must_conform_whether_they_claim_to_or_not(string code, string value, string? finding)
    {
        var found = ProfileFindings.With($$"""{"resourceType":"Observation","status":"final","subject":{"reference":"Patient/a"},"effectiveDateTime":"2020","code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"}]},{{value}}}""");

        Assert.Equal(finding is null ? 0 : 1, found.Count(one => one == finding));
    }

    [Theory]
    [InlineData("\"name\":[{\"family\":\"a\"},{\"family\":\"b\"}]", "profile-too-many @ Patient")]
    [InlineData("\"address\":[{\"text\":\"a\"}]", "profile-too-many @ Patient")]
    [InlineData("\"name\":[{\"text\":\"a\"}]", "profile-too-few @ Patient.name[0]")]
    public void Counts_what_is_there(string content, string finding)
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.name","max":"1"},{"path":"Patient.name.family","min":1},{"path":"Patient.address","max":"0"}""");

        Assert.Equal([finding], ProfileFindings.Of($$"""{"resourceType":"Patient",{{content}}}""", profile));
    }

    [Fact]
    public void A_schema_holds_and_prints_only_what_the_profile_adds()
    {
        var model = FhirModel.For(FhirRelease.R4);
        var store = new SchemaStore(new ValidationSettings { Model = model, Definitions = new DraftDefinitions(model, [Active]) });

        Assert.Equal(
            """
            {
              "id": "Patient",
              "children": {
                "active": {
                  "id": "Patient.active",
                  "cardinality": "1..*"
                }
              }
            }
            """,
            store.FindProfile("http://test/active")!.ToString());
    }

    [Fact]
    public void Limits_end_a_validation_and_are_said_to_have_done_so()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"nothing":1}""", 50));
        var found = ProfileFindings.All($$"""{"resourceType":"Patient","name":[{{many}}]}""", [], [], settings => settings with { Limits = new ValidationLimits { MaxIssues = 10 } });

        Assert.Equal("validation-too-costly", found[^1].Kind.Id);
        Assert.InRange(found.Count, 10, 15);
    }

    [Fact]
    public void One_validator_serves_many_threads()
    {
        var validator = new ResourceValidator(FhirModel.For(FhirRelease.R4));
        var trees = Enumerable.Range(0, 200).Select(i => JsonParser.Parse($$"""{"resourceType":"Patient","gender":"{{(i % 2 == 0 ? "male" : "man")}}"}""").Tree!.Root).ToList();
        var errors = trees.AsParallel().AsOrdered().Select(node => validator.Validate(node).Count(issue => issue.IsError)).ToList();

        Assert.Equal(Enumerable.Range(0, 200).Select(i => i % 2), errors);
    }

    private static (string Id, string Path, Severity Severity) Facts(Issue issue) => (issue.Kind.Id, issue.Path, issue.Severity);
}
