using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Tests.Terminology;

public class LocalTerminologyTests
{
    private const string Colours = """
        {"resourceType":"CodeSystem","url":"http://x.test/colours","content":"complete","caseSensitive":true,
         "concept":[{"code":"red","concept":[{"code":"crimson"}]},{"code":"blue"}]}
        """;

    private const string Fragment = """
        {"resourceType":"CodeSystem","url":"http://x.test/shapes","content":"fragment","caseSensitive":false,"concept":[{"code":"Round"}]}
        """;

    [Theory]
    [InlineData("http://x.test/colours", "red", Membership.Yes)]
    [InlineData("http://x.test/colours", "blue", Membership.No)]
    [InlineData("http://other.test", "red", Membership.No)]
    public void Listed_codes_are_in_and_others_are_out(string system, string code, Membership expected)
    {
        var terminology = With("""{"include":[{"system":"http://x.test/colours","concept":[{"code":"red"}]}]}""");

        Assert.Equal(expected, terminology.Has("http://x.test/vs", system, code));
    }

    [Theory]
    [InlineData("crimson", Membership.Yes)]
    [InlineData("Crimson", Membership.No)]
    [InlineData("green", Membership.No)]
    public void A_whole_complete_system_tells_by_its_codes(string code, Membership expected) =>
        Assert.Equal(expected, With("""{"include":[{"system":"http://x.test/colours"}]}""").Has("http://x.test/vs", "http://x.test/colours", code));

    [Theory]
    [InlineData("round", Membership.Yes)]
    [InlineData("square", Membership.CannotTell)]
    public void A_fragment_cannot_tell_what_it_does_not_list(string code, Membership expected) =>
        Assert.Equal(expected, With("""{"include":[{"system":"http://x.test/shapes"}]}""").Has("http://x.test/vs", "http://x.test/shapes", code));

    [Fact]
    public void An_unknown_system_or_value_set_cannot_be_told()
    {
        var terminology = With("""{"include":[{"system":"http://unknown.test"},{"system":"http://x.test/colours","filter":[{"property":"concept","op":"is-a","value":"red"}]}]}""");

        Assert.Equal(Membership.CannotTell, terminology.Has("http://x.test/vs", "http://unknown.test", "a"));
        Assert.Equal(Membership.Yes, terminology.Has("http://x.test/vs", "http://x.test/colours", "crimson"));
        Assert.Equal(Membership.CannotTell, terminology.Has("http://x.test/nowhere", "http://x.test/colours", "red"));
    }

    [Fact]
    public void A_known_yes_is_not_flipped_by_an_unknown_neighbour()
    {
        var terminology = With("""{"include":[{"valueSet":["http://x.test/nowhere"]},{"system":"http://x.test/colours","concept":[{"code":"red"}]}]}""");

        Assert.Equal(Membership.Yes, terminology.Has("http://x.test/vs", "http://x.test/colours", "red"));
        Assert.Equal(Membership.CannotTell, terminology.Has("http://x.test/vs", "http://x.test/colours", "blue"));
    }

    [Fact]
    public void Excluded_codes_are_out()
    {
        var terminology = With("""{"include":[{"system":"http://x.test/colours"}],"exclude":[{"system":"http://x.test/colours","concept":[{"code":"blue"}]}]}""");

        Assert.Equal(Membership.No, terminology.Has("http://x.test/vs", "http://x.test/colours", "blue"));
        Assert.Equal(Membership.Yes, terminology.Has("http://x.test/vs", "http://x.test/colours", "red"));
    }

    [Fact]
    public void Value_sets_that_refer_to_each_other_in_a_circle_end_as_cannot_tell()
    {
        var terminology = With("""{"include":[{"valueSet":["http://x.test/vs"]}]}""");

        Assert.Equal(Membership.CannotTell, terminology.Has("http://x.test/vs", "http://x.test/colours", "red"));
    }

    [Fact]
    public void A_value_set_without_compose_cannot_tell()
    {
        var terminology = new LocalTerminology([Resource("""{"resourceType":"ValueSet","url":"http://x.test/vs"}""")]);

        Assert.Equal(Membership.CannotTell, terminology.Has("http://x.test/vs", "http://x.test/colours", "red"));
    }

    [Fact]
    public void A_version_that_is_not_at_hand_is_not_known()
    {
        var terminology = With("""{"include":[{"system":"http://x.test/colours"}]}""");

        Assert.Equal(Membership.Yes, terminology.Has("http://x.test/vs|1.0", "http://x.test/colours", "red"));
        var other = terminology.Has("http://x.test/vs|2.0", new CodedValue("http://x.test/colours", "red"));
        Assert.Equal((Membership.CannotTell, TerminologyIssues.ValueSetVersion, "1.0"), (other.Value, other.Reason, other.Detail));
    }

    private static LocalTerminology With(string compose) => new(
        new[] { Colours, Fragment, $$"""{"resourceType":"ValueSet","url":"http://x.test/vs","version":"1.0","compose":{{compose}}}""" }.Select(Resource));

    private static Node Resource(string json) => JsonParser.Parse(json).Tree!.Root;
}
