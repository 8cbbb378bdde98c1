using FhirMsc.Fhir.Tests.Snapshots;

namespace FhirMsc.Fhir.Tests.Validation.Slicing;

/// <summary>What may stand beside the slices, in which order, and how often.</summary>
public class SlicingRuleTests
{
    private const string A = """{"system":"http://a","value":"1"}""";
    private const string B = """{"system":"http://b","value":"1"}""";
    private const string C = """{"system":"http://c","value":"1"}""";

    [Theory]
    [InlineData("open", false, $"{C},{B},{A}", null)]
    [InlineData("closed", false, $"{A},{B}", null)]
    [InlineData("closed", false, $"{A},{C}", "profile-slice-closed @ Patient.identifier[1]")]
    [InlineData("openAtEnd", false, $"{A},{B},{C}", null)]
    [InlineData("openAtEnd", false, $"{A},{C},{B}", "profile-slice-not-at-end @ Patient.identifier[1]")]
    [InlineData("open", true, $"{A},{B}", null)]
    [InlineData("open", true, $"{B},{A}", "profile-slice-order @ Patient.identifier[1]")]
    [InlineData("open", false, $"{B}", "profile-slice-missing @ Patient")]
    [InlineData("open", false, $"{A},{A}", "profile-slice-too-many @ Patient")]
    public void Sorts_items_into_slices(string rules, bool ordered, string identifiers, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.Of($$"""{"resourceType":"Patient","identifier":[{{identifiers}}]}""", Profile(rules, ordered)));

    [Fact]
    public void What_a_slice_says_holds_for_its_items_only()
    {
        var profile = Draft.Profile("Patient", Slicing("open", ordered: false) + """,{"path":"Patient.identifier","sliceName":"a"},{"path":"Patient.identifier.system","fixedUri":"http://a"},{"path":"Patient.identifier.value","min":1}""");

        Assert.Equal(["profile-too-few @ Patient.identifier[1]"], ProfileFindings.Of("""{"resourceType":"Patient","identifier":[{"system":"http://b","use":"usual"},{"system":"http://a","use":"usual"}]}""", profile));
    }

    [Fact]
    public void The_default_slice_takes_what_is_left()
    {
        var profile = Draft.Profile("Patient", Slicing("closed", ordered: false) + """,{"path":"Patient.identifier","sliceName":"a"},{"path":"Patient.identifier.system","fixedUri":"http://a"},{"path":"Patient.identifier","sliceName":"@default"},{"path":"Patient.identifier.use","min":1}""");

        Assert.Empty(ProfileFindings.Of("""{"resourceType":"Patient","identifier":[{"system":"http://a"},{"system":"http://c","use":"usual"}]}""", profile));
        Assert.Equal(["profile-too-few @ Patient.identifier[0]"], ProfileFindings.Of("""{"resourceType":"Patient","identifier":[{"system":"http://c"}]}""", profile));
    }

    [Fact]
    public void A_slice_may_be_sliced_again()
    {
        var profile = Draft.Profile("Patient", Slicing("open", ordered: false) + """
            ,{"path":"Patient.identifier","sliceName":"a","slicing":{"discriminator":[{"type":"value","path":"use"}],"rules":"open"}},{"path":"Patient.identifier.system","fixedUri":"http://a"},
            {"path":"Patient.identifier","sliceName":"a/official","max":"1"},{"path":"Patient.identifier.use","fixedCode":"official"}
            """);

        Assert.Empty(ProfileFindings.Of("""{"resourceType":"Patient","identifier":[{"system":"http://a","use":"official"},{"system":"http://b","use":"official"}]}""", profile));
        Assert.Equal(["profile-slice-too-many @ Patient"], ProfileFindings.Of("""{"resourceType":"Patient","identifier":[{"system":"http://a","use":"official"},{"system":"http://a","use":"official"}]}""", profile));
    }

    [Fact]
    public void An_item_of_two_slices_is_an_error()
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.maritalStatus.coding","slicing":{"discriminator":[{"type":"pattern","path":"$this"}],"rules":"open"}},{"path":"Patient.maritalStatus.coding","sliceName":"a","patternCoding":{"system":"http://a"}},{"path":"Patient.maritalStatus.coding","sliceName":"b","patternCoding":{"code":"b"}}""");

        Assert.Contains("profile-slice-ambiguous @ Patient.maritalStatus.coding[0]", ProfileFindings.Of("""{"resourceType":"Patient","maritalStatus":{"coding":[{"system":"http://a","code":"b"}]}}""", profile));
    }

    [Fact]
    public void A_missing_slice_names_what_came_closest_and_why_it_is_not_it()
    {
        var profile = Profile("open", ordered: false);
        var issue = Assert.Single(ProfileFindings.All($$"""{"resourceType":"Patient","identifier":[{{C}}]}""", [profile], [profile.Url]));

        Assert.Equal(("Patient.identifier:a", profile.Url), (issue.Rule, issue.Profile));
        Assert.EndsWith("Closest is identifier[0], but 'system' is not 'http://a'.", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_of_no_slice_names_the_closest_slice_and_why_it_is_not_in_it()
    {
        var profile = Profile("closed", ordered: false);
        var issue = Assert.Single(ProfileFindings.All($$"""{"resourceType":"Patient","identifier":[{{A}},{{C}}]}""", [profile], [profile.Url]));

        Assert.EndsWith("Closest is the slice 'a', but 'system' is not 'http://a'.", issue.Text, StringComparison.Ordinal);
    }

    private static Fhir.Definitions.StructureDefinition Profile(string rules, bool ordered) =>
        Draft.Profile("Patient", Slicing(rules, ordered) + """,{"path":"Patient.identifier","sliceName":"a","min":1,"max":"1"},{"path":"Patient.identifier.system","fixedUri":"http://a"},{"path":"Patient.identifier","sliceName":"b"},{"path":"Patient.identifier.system","fixedUri":"http://b"}""");

    private static string Slicing(string rules, bool ordered) =>
        $$"""{"path":"Patient.identifier","slicing":{"discriminator":[{"type":"value","path":"system"}],"ordered":{{(ordered ? "true" : "false")}},"rules":"{{rules}}"} }""";
}
