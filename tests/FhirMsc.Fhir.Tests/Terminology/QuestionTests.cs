using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Tests.Terminology;

/// <summary>The questions beside membership: displays, look-up, subsumption, pages of a list, translation.</summary>
public class QuestionTests
{
    private static readonly LocalTerminology Terminology = new(new[]
    {
        """
        {"resourceType":"CodeSystem","url":"http://animals","version":"3","content":"complete","caseSensitive":true,"hierarchyMeaning":"is-a",
         "concept":[{"code":"animal","display":"Animal","concept":[{"code":"dog","display":"Dog","designation":[{"language":"de","value":"Hund"}],"concept":[{"code":"poodle","display":"Standard  poodle"}]},{"code":"cat","display":"Cat","property":[{"code":"status","valueCode":"retired"}]}]}]}
        """,
        """{"resourceType":"CodeSystem","url":"http://parts","content":"complete","hierarchyMeaning":"part-of","concept":[{"code":"hand","concept":[{"code":"finger"}]}]}""",
        """{"resourceType":"CodeSystem","url":"http://circle","content":"fragment","concept":[{"code":"a","property":[{"code":"parent","valueCode":"b"}]},{"code":"b","property":[{"code":"parent","valueCode":"a"}]},{"code":"c"}]}""",
        """{"resourceType":"ValueSet","url":"http://vs/animals","compose":{"include":[{"system":"http://animals"}]}}""",
        """{"resourceType":"ValueSet","url":"http://vs/own","compose":{"include":[{"system":"http://animals","concept":[{"code":"dog","display":"Man's best friend"}]}]}}""",
        """{"resourceType":"ValueSet","url":"http://vs/open","compose":{"include":[{"system":"http://animals"},{"system":"http://nowhere"}]}}""",
        """
        {"resourceType":"ConceptMap","url":"http://map/r4","group":[
          {"source":"http://animals","target":"http://t","element":[{"code":"dog","target":[{"code":"D","equivalence":"wider"},{"code":"X","equivalence":"disjoint"}]},{"code":"cat","target":[{"equivalence":"unmatched"}]}],"unmapped":{"mode":"other-map","url":"http://map/r5"}},
          {"source":"http://animals","target":"http://u","element":[{"code":"dog","target":[{"code":"U","equivalence":"equal"}]}]}]}
        """,
        """
        {"resourceType":"ConceptMap","url":"http://map/r5","group":[
          {"source":"http://animals|3","target":"http://t","element":[{"code":"poodle","target":[{"code":"P","relationship":"source-is-broader-than-target","dependsOn":[{"attribute":"size"}]}]},{"code":"none","noMap":true}],"unmapped":{"mode":"fixed","code":"other","relationship":"related-to"}}]}
        """,
        """{"resourceType":"ConceptMap","url":"http://map/same","group":[{"source":"http://animals","target":"http://t","element":[],"unmapped":{"mode":"use-source-code","relationship":"equivalent"}}]}""",
        """{"resourceType":"ConceptMap","url":"http://map/loop","group":[{"source":"http://animals","target":"http://t","element":[],"unmapped":{"mode":"other-map","url":"http://map/loop"}}]}""",
    }.Select(json => JsonParser.Parse(json).Tree!.Root));

    [Theory]
    [InlineData("dog", "dog", Membership.Yes)]
    [InlineData("dog", "Hund", Membership.Yes)]
    [InlineData("poodle", "standard poodle", Membership.Yes)]
    [InlineData("dog", "Cat", Membership.No)]
    [InlineData("unicorn", "Unicorn", Membership.CannotTell)]
    public void A_display_is_compared_but_for_case_and_spaces(string code, string display, Membership expected) =>
        Assert.Equal(expected, Terminology.HasDisplay("http://animals", code, display).Value);

    [Fact]
    public void The_display_of_a_value_set_will_do() =>
        Assert.Equal((false, true), (Terminology.HasDisplay("http://animals", "dog", "Man's best friend").IsYes, Terminology.HasDisplay("http://animals", "dog", "Man's best friend", "http://vs/own").IsYes));

    [Fact]
    public void A_wrong_display_names_the_right_one() => Assert.Contains("'Dog'", Terminology.HasDisplay("http://animals", "dog", "Cat").ToIssue("code.display", null)!.Text, StringComparison.Ordinal);

    [Fact]
    public void Displays_that_the_embedded_definitions_leave_out_are_not_called_wrong()
    {
        var embedded = new LocalTerminology(FhirModel.For(FhirRelease.R4));

        Assert.Equal(Membership.CannotTell, embedded.HasDisplay("http://hl7.org/fhir/publication-status", "draft", "Entwurf oder anders").Value);
        Assert.Equal(Membership.No, embedded.HasDisplay("http://hl7.org/fhir/observation-status", "final", "Provisional").Value);
        Assert.Equal(Membership.Yes, embedded.HasDisplay("http://hl7.org/fhir/observation-status", "final", "final").Value);
    }

    [Fact]
    public void A_code_is_looked_up_with_its_version()
    {
        Assert.Equal(("3", "Dog"), (Terminology.Lookup("http://animals", "dog")!.Version, Terminology.Lookup("http://animals|3", "dog")!.Concept.Display));
        Assert.Null(Terminology.Lookup("http://animals", "Dog"));
        Assert.Null(Terminology.Lookup("http://nowhere", "dog"));
    }

    [Theory]
    [InlineData("http://animals", "animal", "poodle", Membership.Yes)]
    [InlineData("http://animals", "dog", "dog", Membership.Yes)]
    [InlineData("http://animals", "poodle", "dog", Membership.No)]
    [InlineData("http://animals", "cat", "poodle", Membership.No)]
    [InlineData("http://animals", "animal", "unicorn", Membership.CannotTell)]
    [InlineData("http://parts", "hand", "finger", Membership.CannotTell)]
    [InlineData("http://circle", "a", "b", Membership.Yes)]
    [InlineData("http://circle", "a", "c", Membership.CannotTell)]
    [InlineData("http://nowhere", "a", "b", Membership.CannotTell)]
    [InlineData("http://nowhere", "a", "a", Membership.Yes)]
    public void A_code_subsumes_those_below_it(string system, string general, string specific, Membership expected) =>
        Assert.Equal(expected, Terminology.Subsumes(new CodedValue(system, general), new CodedValue(system, specific)).Value);

    [Fact]
    public void Codes_of_different_systems_do_not_subsume_each_other() =>
        Assert.Equal(Membership.No, Terminology.Subsumes(new CodedValue("http://animals", "dog"), new CodedValue("http://parts", "hand")).Value);

    [Theory]
    [InlineData(null, 0, 10, false, "animal dog poodle cat", 4)]
    [InlineData(null, 1, 2, false, "dog poodle", 4)]
    [InlineData(null, 9, 2, false, "", 4)]
    [InlineData(null, 0, 0, false, "", 4)]
    [InlineData("STAND poo", 0, 10, false, "poodle", 1)]
    [InlineData("a", 0, 10, true, "animal poodle", 2)]
    public void A_list_comes_in_pages(string? filter, int offset, int count, bool activeOnly, string codes, int total)
    {
        var page = Terminology.Expand("http://vs/animals", new ExpansionRequest { Filter = filter, Offset = offset, Count = count, ActiveOnly = activeOnly });

        Assert.Equal((codes, total, true), (string.Join(' ', page.Codes.Select(code => code.Code)), page.Total, page.IsComplete));
        Assert.Empty(page.Issues);
    }

    [Theory]
    [InlineData("http://vs/open", "terminology-unknown-system", 4)]
    [InlineData("http://vs/nowhere", "terminology-unknown-value-set", 0)]
    public void A_list_that_is_not_whole_says_why(string valueSet, string code, int total)
    {
        var page = Terminology.Expand(valueSet, new ExpansionRequest());

        Assert.Equal((false, total, code), (page.IsComplete, page.Total, Assert.Single(page.Issues).Kind.Id));
    }

    [Theory]
    [InlineData("http://map/r4", "dog", null, "http://t#D SourceIsNarrower, http://t#X NotRelatedTo, http://u#U Equivalent", true)]
    [InlineData("http://map/r4", "dog", "http://u", "http://u#U Equivalent", true)]
    [InlineData("http://map/r4", "cat", "http://t", "", false)]
    [InlineData("http://map/r4", "poodle", "http://t", "http://t#P SourceIsBroader", false)]
    [InlineData("http://map/r4", "cow", "http://t", "http://t#other RelatedTo", true)]
    [InlineData("http://map/r5", "none", null, "", false)]
    [InlineData("http://map/same", "dog", null, "http://t#dog Equivalent", true)]
    public void A_map_translates(string map, string code, string? target, string expected, bool translated)
    {
        var translation = Terminology.Translate(map, new CodedValue("http://animals", code), target);

        Assert.Equal(expected, string.Join(", ", translation.Matches.Select(match => $"{match.System}#{match.Code} {match.Relationship}")));
        Assert.Equal(translated, translation.IsTranslated);
        Assert.Empty(translation.Issues);
    }

    [Theory]
    [InlineData("http://map/nowhere", "http://animals", "terminology-unknown-map")]
    [InlineData("http://map/loop", "http://animals", "terminology-unknown-map")]
    [InlineData("http://map/same", "http://other", "terminology-unmapped")]
    public void What_a_map_does_not_tell_is_said(string map, string system, string code) =>
        Assert.Equal(code, Assert.Single(Terminology.Translate(map, new CodedValue(system, "dog")).Issues).Kind.Id);

    [Theory]
    [InlineData("http://snomed.info/sct?fhir_vs", "http://snomed.info/sct", Membership.CannotTell)]
    [InlineData("http://snomed.info/sct?fhir_vs=isa/73211009", "http://snomed.info/sct", Membership.CannotTell)]
    [InlineData("http://snomed.info/sct/900000000000207008?fhir_vs=refset/1", "http://loinc.org", Membership.No)]
    [InlineData("http://loinc.org/vs", "http://loinc.org", Membership.CannotTell)]
    [InlineData("http://loinc.org/vs/LL715-4", "http://animals", Membership.No)]
    public void Value_sets_that_a_url_implies_have_codes_of_one_system(string valueSet, string system, Membership expected) =>
        Assert.Equal(expected, Terminology.Has(valueSet, system, "dog"));
}
