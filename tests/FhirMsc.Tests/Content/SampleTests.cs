using FhirMsc.Content.Cards;
using FhirMsc.Content.Recommendations;

namespace FhirMsc.Tests.Content;

public class SampleTests
{
    [Fact]
    public void Another_scheme_a_recommendation_for_and_no_archive_fit()
    {
        var result = Sample.Read(Sample.Yaml);

        Assert.Empty(result.Issues);
        var recommendation = Assert.Single(result.Guideline!.Recommendations);
        Assert.Equal(Direction.For, recommendation.Direction);
        Assert.Equal("category: A, type: 4", recommendation.Rating!.Printed);
        Assert.Equal("4", recommendation.Rating.Evidence);
        Assert.Empty(recommendation.Exceptions);
        Assert.Null(result.Guideline.Source.Archived);
    }

    [Fact]
    public void Shared_texts_are_filled_into_cards()
    {
        var guideline = Sample.Read(Sample.Yaml).Guideline!;

        Assert.Equal("Use {quote:use} ({rating:use}), as of {updated}.", guideline.Services[0].Card.Detail);
        Assert.Equal(["quote:use", "rating:use", "updated", "studies"], CardPlaceholders.For(guideline));
    }

    [Fact]
    public void Codes_of_value_sets_are_filled_into_queries()
    {
        var labs = Sample.Read(Sample.Yaml).Guideline!.Logic.Inputs.Single(input => input.Id == "labs");

        Assert.Equal("Observation?patient={{context.patientId}}&code=http://loinc.org|94500-6", labs.Query);
        Assert.Equal(["tests"], labs.ValueSets);
    }

    [Fact]
    public void Criteria_know_what_they_read_and_come_after_it()
    {
        var logic = Sample.Read(Sample.Yaml).Guideline!.Logic;

        Assert.Equal(["conditions"], logic.Criteria[0].ReadsInputs);
        Assert.Equal(["tested"], logic.Criteria[0].ReadsCriteria);
        Assert.Equal(["tested", "ill"], logic.Needed(["ill"]).Select(criterion => criterion.Id));
        Assert.Equal(["conditions", "labs"], logic.InputsOf(["ill"]).Select(input => input.Id));
    }

    [Fact]
    public void Every_record_and_every_value_knows_its_line()
    {
        var result = Sample.Read(Sample.Yaml);
        var effect = result.Guideline!.Studies[0].Outcomes[0].Effects[0];

        Assert.Equal("studies[0].outcomes[0].effects[0]", effect.Origin.Path);
        Assert.Equal(Sample.Position(Sample.Yaml, "measure: rate-ratio"), (effect.Origin.Position.Line, effect.Origin.Position.Column));
        var value = result.Positions["studies[0].outcomes[0].effects[0].interval.high"];
        Assert.Equal(Sample.Position(Sample.Yaml, "high: ¦0.90"), (value.Line, value.Column));
        Assert.Equal("0.90", effect.Interval!.High.Text);
    }

    [Fact]
    public void A_nested_fact_without_place_has_that_of_the_fact_around_it()
    {
        var study = Sample.Read(Sample.Yaml).Guideline!.Studies[0];

        Assert.Equal("data:2-3", study.Outcomes[0].Results[0].Origin.Place!.ToString());
    }
}
