using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Tests.Terminology;

public class MembershipTests
{
    private const string Vs = "http://x.test/vs";

    private static readonly string[] Systems =
    [
        """{"resourceType":"CodeSystem","url":"http://strict","version":"2.1","content":"complete","caseSensitive":true,"concept":[{"code":"Aa"},{"code":"aA"},{"code":"old","property":[{"code":"inactive","valueBoolean":true}]},{"code":"top","property":[{"code":"notSelectable","valueBoolean":true}]}]}""",
        """{"resourceType":"CodeSystem","url":"http://loose","content":"complete","caseSensitive":false,"concept":[{"code":"Round"}]}""",
        """{"resourceType":"CodeSystem","url":"http://unsaid","content":"complete","concept":[{"code":"Flat"}]}""",
        """{"resourceType":"CodeSystem","url":"http://pairs","content":"complete","concept":[{"code":"m"},{"code":"M"}]}""",
        """{"resourceType":"CodeSystem","url":"http://absent","content":"not-present"}""",
        """{"resourceType":"CodeSystem","url":"http://sample","content":"example","concept":[{"code":"e"}]}""",
        """{"resourceType":"CodeSystem","url":"http://extra","content":"supplement","supplements":"http://strict","concept":[{"code":"Aa"}]}""",
        """{"resourceType":"CodeSystem","url":"http://part","content":"fragment","caseSensitive":true,"concept":[{"code":"p","concept":[{"code":"p1"}]},{"code":"q"}]}""",
    ];

    [Theory]
    [InlineData("http://strict", "Aa", Membership.Yes, null)]
    [InlineData("http://strict", "AA", Membership.No, "terminology-unknown-code")]
    [InlineData("http://strict", "old", Membership.Yes, "terminology-inactive-code")]
    [InlineData("http://strict", "top", Membership.Yes, "terminology-abstract-code")]
    [InlineData("http://loose", "ROUND", Membership.Yes, null)]
    [InlineData("http://unsaid", "Flat", Membership.Yes, null)]
    [InlineData("http://unsaid", "flat", Membership.Yes, "terminology-case-differs")]
    [InlineData("http://pairs", "M", Membership.Yes, null)]
    [InlineData("http://absent", "x", Membership.CannotTell, "terminology-unknown-system")]
    [InlineData("http://sample", "e", Membership.Yes, null)]
    [InlineData("http://sample", "f", Membership.CannotTell, "terminology-partial-system")]
    [InlineData("http://extra", "x", Membership.CannotTell, "terminology-supplement")]
    [InlineData("http://nowhere", "x", Membership.CannotTell, "terminology-unknown-system")]
    public void A_code_system_tells_what_it_can(string system, string code, Membership expected, string? reason)
    {
        var terminology = With("""{"include":[{"system":"http://strict"},{"system":"http://loose"},{"system":"http://unsaid"},{"system":"http://pairs"},{"system":"http://absent"},{"system":"http://sample"},{"system":"http://extra"},{"system":"http://nowhere"}]}""");

        foreach (var answer in new[] { terminology.HasCode(system, code), terminology.Has(Vs, new CodedValue(system, code)) })
        {
            Assert.Equal((expected, reason), (answer.Value, answer.Reason?.Id));
        }
    }

    [Fact]
    public void An_unknown_system_never_flips_a_known_one()
    {
        var terminology = With("""{"include":[{"system":"http://nowhere"},{"system":"http://strict","concept":[{"code":"Aa"}]}]}""");

        Assert.Equal(Membership.Yes, terminology.Has(Vs, "http://strict", "Aa"));
        Assert.Equal(Membership.No, terminology.Has(Vs, "http://strict", "aA"));
        Assert.Equal(Membership.CannotTell, terminology.Has(Vs, "http://nowhere", "x"));
        Assert.Equal(Membership.No, terminology.Has(Vs, "http://other", "x"));
    }

    [Theory]
    [InlineData("1001", Membership.Yes)]
    [InlineData("1002", Membership.No)]
    public void Listed_codes_of_a_system_that_is_not_at_hand_are_known(string code, Membership expected) =>
        Assert.Equal(expected, With("""{"include":[{"system":"http://snomed.info/sct","concept":[{"code":"1001"}]}]}""").Has(Vs, "http://snomed.info/sct", code));

    [Fact]
    public void Case_of_a_listed_code_of_an_unknown_system_cannot_be_told() =>
        Assert.Equal(TerminologyIssues.UnknownCase, With("""{"include":[{"system":"http://nowhere","concept":[{"code":"Ab"}]}]}""").Has(Vs, new CodedValue("http://nowhere", "AB")).Reason);

    [Theory]
    [InlineData("2.1", "2.1", "Aa", Membership.Yes)]
    [InlineData("2.1", "2", "Aa", Membership.Yes)]
    [InlineData("2.1", "3", "Aa", Membership.CannotTell)]
    [InlineData("2.1", "3", "zz", Membership.CannotTell)]
    [InlineData("2.1", null, "Aa", Membership.Yes)]
    [InlineData("*", "9", "Aa", Membership.Yes)]
    [InlineData("7", null, "Aa", Membership.CannotTell)]
    [InlineData("7", null, "zz", Membership.CannotTell)]
    public void Versions_of_a_code_system_must_agree(string included, string? stated, string code, Membership expected) =>
        Assert.Equal(expected, With($$"""{"include":[{"system":"http://strict","version":"{{included}}"}]}""").Has(Vs, new CodedValue("http://strict", code, stated)).Value);

    [Theory]
    [InlineData("Aa", Membership.Yes)]
    [InlineData("Round", Membership.Yes)]
    [InlineData("other", Membership.No)]
    public void A_plain_code_is_in_if_one_of_the_systems_has_it(string code, Membership expected) =>
        Assert.Equal(expected, With("""{"include":[{"system":"http://strict"},{"system":"http://loose"}]}""").Has(Vs, new CodedValue(null, code)).Value);

    [Theory]
    [InlineData("""{"include":[{"system":"http://nowhere"},{"system":"http://loose"}]}""")]
    [InlineData("""{"include":[{"valueSet":["http://nowhere"]},{"system":"http://loose"}]}""")]
    public void A_plain_code_cannot_be_told_if_it_may_be_of_an_unknown_system(string compose)
    {
        Assert.Equal(Membership.CannotTell, With(compose).Has(Vs, new CodedValue(null, "other")).Value);
        Assert.Equal(Membership.Yes, With(compose).Has(Vs, new CodedValue(null, "Round")).Value);
    }

    [Theory]
    [InlineData("Aa", Membership.CannotTell, "terminology-no-system")]
    [InlineData("zz", Membership.No, "terminology-not-in-value-set")]
    public void A_coding_without_system_is_never_surely_in(string code, Membership expected, string reason)
    {
        var answer = With("""{"include":[{"system":"http://strict"}]}""").Has(Vs, new CodedValue(string.Empty, code));

        Assert.Equal((expected, reason), (answer.Value, answer.Reason?.Id));
    }

    [Fact]
    public void Codes_out_of_use_are_out_where_the_value_set_says_so()
    {
        Assert.Equal(TerminologyIssues.InactiveLeftOut, With("""{"inactive":false,"include":[{"system":"http://strict"}]}""").Has(Vs, new CodedValue("http://strict", "old")).Reason);
        Assert.True(With("""{"inactive":true,"include":[{"system":"http://strict"}]}""").Has(Vs, new CodedValue("http://strict", "old")).IsYes);
    }

    [Theory]
    [InlineData("p1", Membership.Yes)]
    [InlineData("q", Membership.CannotTell)]
    [InlineData("z", Membership.CannotTell)]
    public void A_part_of_a_system_tells_who_is_below_but_not_who_is_not(string code, Membership expected) =>
        Assert.Equal(expected, With("""{"include":[{"system":"http://part","filter":[{"property":"concept","op":"is-a","value":"p"}]}]}""").Has(Vs, "http://part", code));

    [Fact]
    public void The_composition_goes_before_an_expansion_which_answers_the_rest()
    {
        var terminology = new LocalTerminology(Systems.Append("""
            {"resourceType":"ValueSet","url":"http://x.test/vs","compose":{"include":[{"system":"http://strict","concept":[{"code":"Aa"}]},{"system":"http://nowhere","filter":[{"property":"p","op":"=","value":"v"}]}]},
             "expansion":{"contains":[{"system":"http://nowhere","code":"n"},{"system":"http://strict","code":"aA"}]}}
            """).Select(Resource));

        Assert.Equal(Membership.Yes, terminology.Has(Vs, "http://nowhere", "n"));
        Assert.Equal(Membership.No, terminology.Has(Vs, "http://nowhere", "m"));
        Assert.Equal(Membership.No, terminology.Has(Vs, "http://strict", "aA"));
        Assert.Equal(["http://strict#Aa", "http://nowhere#n"], terminology.Expand(Vs).Codes.Select(code => $"{code.System}#{code.Code}"));
    }

    [Fact]
    public void A_circle_is_cut_alike_wherever_one_enters_it()
    {
        string[] circle =
        [
            """{"resourceType":"ValueSet","url":"http://a","compose":{"include":[{"system":"http://loose"},{"valueSet":["http://b"]}]}}""",
            """{"resourceType":"ValueSet","url":"http://b","compose":{"include":[{"system":"http://unsaid"},{"valueSet":["http://a"]}]}}""",
        ];
        foreach (var order in new[] { new[] { "http://a", "http://b" }, ["http://b", "http://a"] })
        {
            var terminology = new LocalTerminology(Systems.Concat(circle).Select(Resource));
            Assert.All(order, set => Assert.Equal(Membership.CannotTell, terminology.Has(set, "http://other", "x")));
            Assert.Equal(Membership.Yes, terminology.Has("http://a", "http://loose", "Round"));
            Assert.Equal(Membership.CannotTell, terminology.Has("http://a", "http://unsaid", "Flat"));
            Assert.Equal(Membership.Yes, terminology.Has("http://b", "http://unsaid", "Flat"));
        }
    }

    [Fact]
    public void Imports_that_double_at_every_step_end_without_an_answer()
    {
        var sets = Enumerable.Range(0, 60).Select(i => $$"""{"resourceType":"ValueSet","url":"http://s{{i}}","compose":{"include":[{"valueSet":["http://s{{i + 1}}"]},{"system":"http://loose","valueSet":["http://s{{i + 1}}"]}]} }""");
        var terminology = new LocalTerminology(Systems.Concat(sets).Append("""{"resourceType":"ValueSet","url":"http://s60","compose":{"include":[{"system":"http://nowhere"}]}}""").Select(Resource));

        Assert.Equal(TerminologyIssues.TooLarge, terminology.Has("http://s0", new CodedValue("http://nowhere", "x")).Reason);
        Assert.Equal(Membership.CannotTell, terminology.Has("http://s58", "http://nowhere", "x"));
    }

    private static LocalTerminology With(string compose) =>
        new(Systems.Append($$"""{"resourceType":"ValueSet","url":"{{Vs}}","compose":{{compose}} }""").Select(Resource));

    private static Node Resource(string json) => JsonParser.Parse(json).Tree!.Root;
}
