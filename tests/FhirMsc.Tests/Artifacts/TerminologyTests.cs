using FhirMsc.Fhir.Json;

namespace FhirMsc.Tests.Artifacts;

public class TerminologyTests
{
    [Fact]
    public void Value_sets_hold_exactly_the_codes_of_the_content()
    {
        foreach (var set in Committed.Guideline.Terminology.ValueSets)
        {
            var include = Committed.Find($"ValueSet/{set.Id}").Root().At("compose.include");

            Assert.Equal(set.Groups.SelectMany(group => group.Concepts.Select(concept => concept.Code)), include.SelectMany(group => group.Texts("concept.code")));
            Assert.Equal(set.Groups.Select(group => group.System ?? Committed.Find($"CodeSystem/{group.CodeSystem}").Url!), include.Select(group => group.Text("system")));
            Assert.All(include.SelectMany(group => group.At("concept.code")), code => Assert.Equal(NodeKind.String, code.Kind));
        }
    }

    [Fact]
    public void Copyright_carries_the_notice_of_each_licence()
    {
        var copyright = Committed.Find("ValueSet/covid19-confirmed").Root().Text("copyright");

        Assert.Contains("CC BY 4.0", copyright);
        Assert.Contains("CDC/NCHS", copyright);
        Assert.DoesNotContain("Regenstrief", copyright);
        Assert.Contains("Regenstrief", Committed.Find("ValueSet/positive-result").Root().Text("copyright"));
    }

    [Fact]
    public void Own_concepts_stand_below_the_broader_ones()
    {
        var system = Committed.Find("CodeSystem/fhirmsc-concepts").Root();
        var whole = system.At("concept").Single(concept => concept.Text("code") == "msc-therapy");
        var cord = whole.At("concept").Single(concept => concept.Text("code") == "msc-umbilical-cord");

        Assert.Equal("is-a", system.Text("hierarchyMeaning"));
        Assert.Equal("msc-whartons-jelly", cord.Text("concept.code"));
        Assert.Equal(system.All().Count(node => node.Name == "concept").ToString(System.Globalization.CultureInfo.InvariantCulture), system.Text("count"));
    }

    [Fact]
    public void Rating_schemes_have_the_version_of_the_scheme_and_say_what_is_not_confirmed()
    {
        var evidence = Committed.Find("CodeSystem/fhirmsc-nih-evidence-rating");

        Assert.Equal("2021-02", evidence.Version);
        Assert.All(evidence.Root().At("concept.property"), property => Assert.Equal("false", property.Text("valueBoolean")));
        Assert.Single(evidence.Root().Extensions("codesystem-sourceReference"));
    }
}
