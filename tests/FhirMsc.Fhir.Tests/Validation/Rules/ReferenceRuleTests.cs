using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Tests.Snapshots;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation.Rules;

public class ReferenceRuleTests
{
    private static readonly StructureDefinition Named = Draft.Profile("Organization", """{"path":"Organization.name","min":1}""", "http://test/named");
    private static readonly StructureDefinition Patient = Draft.Profile("Patient", """{"path":"Patient.managingOrganization","type":[{"code":"Reference","targetProfile":["http://test/named"]}]}""");

    [Theory]
    [InlineData("Organization/a", null)]
    [InlineData("http://server/fhir/Organization/a/_history/2", null)]
    [InlineData("urn:uuid:3b1ba8a5-9b7d-4b1c-9f0e-3f4f9d1d2b3c", null)]
    [InlineData("Practitioner/a", "reference-wrong-type @ Patient.managingOrganization")]
    [InlineData("http://server/fhir/Practitioner/a", "reference-wrong-type @ Patient.managingOrganization")]
    [InlineData("abc", "reference-form @ Patient.managingOrganization")]
    [InlineData("Nothing/abc", "reference-form @ Patient.managingOrganization")]
    [InlineData("Organization?name=a", "reference-form @ Patient.managingOrganization")]
    public void Checks_form_and_type(string reference, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.With($$"""{"resourceType":"Patient","managingOrganization":{"reference":"{{reference}}"} }"""));

    [Fact]
    public void A_reference_by_identifier_may_state_its_type() =>
        Assert.Equal(["reference-wrong-type @ Patient.managingOrganization"], ProfileFindings.With("""{"resourceType":"Patient","managingOrganization":{"type":"Practitioner","identifier":{"value":"a"}}}"""));

    [Fact]
    public void A_contained_target_must_exist() =>
        Assert.Contains("reference-not-contained @ Patient.managingOrganization", ProfileFindings.With("""{"resourceType":"Patient","managingOrganization":{"reference":"#o"}}"""));

    [Fact]
    public void The_stated_type_must_be_the_targets() =>
        Assert.Equal(["reference-type-disagrees @ Patient.generalPractitioner[0]"], ProfileFindings.With("""{"resourceType":"Patient","generalPractitioner":[{"reference":"#o","type":"Practitioner"}],"contained":[{"resourceType":"Organization","id":"o","name":"a"}]}"""));

    [Theory]
    [InlineData("""{"resourceType":"Organization","id":"o","name":"a"}""", null)]
    [InlineData("""{"resourceType":"Organization","id":"o","identifier":[{"value":"a"}]}""", "reference-wrong-profile @ Patient.managingOrganization")]
    [InlineData("""{"resourceType":"Practitioner","id":"o"}""", "reference-wrong-type @ Patient.managingOrganization")]
    public void A_target_at_hand_must_conform(string target, string? finding)
    {
        var found = ProfileFindings.All($$"""{"resourceType":"Patient","managingOrganization":{"reference":"#o"},"contained":[{{target}}]}""", [Patient, Named], [Patient.Url]).Where(issue => issue.Kind.Id.StartsWith("reference", StringComparison.Ordinal));

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Plain(found));
    }

    [Theory]
    [InlineData("urn:uuid:3b1ba8a5-9b7d-4b1c-9f0e-3f4f9d1d2b3c", "urn:uuid:3b1ba8a5-9b7d-4b1c-9f0e-3f4f9d1d2b3c")]
    [InlineData("http://server/fhir/Organization/o", "http://server/fhir/Organization/o")]
    [InlineData("http://server/fhir/Organization/o", "Organization/o")]
    public void Targets_are_found_in_the_bundle(string fullUrl, string reference)
    {
        var json = $$$$"""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://server/fhir/Patient/p","resource":{"resourceType":"Patient","id":"p","managingOrganization":{"reference":"{{{{reference}}}}"},"meta":{"profile":["http://test/profile"]}}},{"fullUrl":"{{{{fullUrl}}}}","resource":{"resourceType":"Organization","id":"o","identifier":[{"value":"a"}]}}]}""";

        Assert.Equal(["reference-wrong-profile @ Bundle.entry[0].resource.managingOrganization"], ProfileFindings.With(json, Patient, Named));
    }

    [Theory]
    [InlineData(ReferenceChecking.WhereAtHand, null)]
    [InlineData(ReferenceChecking.MustExist, "reference-not-found @ Patient.managingOrganization")]
    public void A_target_outside_is_missed_only_if_asked_for(ReferenceChecking checking, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Plain(ProfileFindings.All("""{"resourceType":"Patient","managingOrganization":{"reference":"Organization/a"}}""", [], [], settings => settings with { ReferenceChecking = checking })));

    [Theory]
    [InlineData(ReferenceChecking.MustExist, null)]
    [InlineData(ReferenceChecking.MustConform, "reference-wrong-profile @ Patient.managingOrganization")]
    public void A_target_outside_must_conform_only_if_asked_for(ReferenceChecking checking, string? finding)
    {
        var port = new OneResource("""{"resourceType":"Organization","id":"a","identifier":[{"value":"a"}]}""");
        var found = ProfileFindings.All("""{"resourceType":"Patient","managingOrganization":{"reference":"Organization/a"}}""", [Patient, Named], [Patient.Url], settings => settings with { ReferenceChecking = checking, References = port });

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Plain(found));
    }

    [Theory]
    [InlineData(false, Severity.Warning)]
    [InlineData(true, Severity.Error)]
    public void A_type_that_only_a_profile_forbids_counts_if_the_url_is_taken_for_the_targets(bool rest, Severity severity)
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.generalPractitioner","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Practitioner"]}]}""");
        var issue = Assert.Single(ProfileFindings.All("""{"resourceType":"Patient","generalPractitioner":[{"reference":"Organization/a"}]}""", [profile], [profile.Url], settings => settings with { AssumesRestReferences = rest }));

        Assert.Equal(("reference-wrong-type", severity), (issue.Kind.Id, issue.Severity));
    }

    [Theory]
    [InlineData("\"aggregation\":[\"contained\"]", "Organization/a", "reference-aggregation")]
    [InlineData("\"aggregation\":[\"referenced\"]", "Organization/a", null)]
    [InlineData("\"versioning\":\"specific\"", "Organization/a", "reference-not-versioned")]
    [InlineData("\"versioning\":\"independent\"", "Organization/a/_history/1", "reference-versioned")]
    [InlineData("\"versioning\":\"specific\"", "Organization/a/_history/1", null)]
    public void A_profile_may_say_where_the_target_is_and_whether_a_version_is_named(string rule, string reference, string? id)
    {
        var profile = Draft.Profile("Patient", $$"""{"path":"Patient.managingOrganization","type":[{"code":"Reference","targetProfile":["http://hl7.org/fhir/StructureDefinition/Organization"],{{rule}}}]}""");

        Assert.Equal(id is null ? [] : [$"{id} @ Patient.managingOrganization"], ProfileFindings.Of($$"""{"resourceType":"Patient","managingOrganization":{"reference":"{{reference}}"} }""", profile));
    }

    [Fact]
    public void Profiles_that_lead_to_each_other_in_a_circle_come_to_an_end()
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.link.other","type":[{"code":"Reference","targetProfile":["http://test/profile"]}]},{"path":"Patient.active","min":1}""");
        var json = """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://s/Patient/a","resource":{"resourceType":"Patient","id":"a","active":true,"meta":{"profile":["http://test/profile"]},"link":[{"type":"seealso","other":{"reference":"Patient/b"}}]}},{"fullUrl":"http://s/Patient/b","resource":{"resourceType":"Patient","id":"b","link":[{"type":"seealso","other":{"reference":"Patient/a"}}]}}]}""";

        Assert.Equal(["reference-wrong-profile @ Bundle.entry[0].resource.link[0].other"], ProfileFindings.With(json, profile));
    }

    private sealed class OneResource(string json) : IReferencePort
    {
        private readonly Node root = JsonParser.Parse(json).Tree!.Root;

        public Node Resolve(string reference) => reference == $"{root.ResourceType}/{root.Child("id").Text}" ? root : default;
    }
}
