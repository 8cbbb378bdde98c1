using FhirMsc.Fhir.Json;

namespace FhirMsc.Tests.Artifacts;

public class RecommendationTests
{
    [Fact]
    public void Every_recommendation_says_its_rating_and_direction_on_the_action()
    {
        Assert.NotEmpty(Committed.Guideline.Recommendations);
        foreach (var recommendation in Committed.Guideline.Recommendations)
        {
            var action = Plan(recommendation.Id).At("action").Single();

            Assert.Equal(recommendation.Rating!.Strength, action.Extensions("cqf-strengthOfRecommendation").Single().At("valueCodeableConcept.coding")[0].Text("code"));
            Assert.Equal(recommendation.Rating.Evidence, action.Extensions("cqf-qualityOfEvidence").Single().At("valueCodeableConcept.coding")[0].Text("code"));
            Assert.Equal("against", action.Extensions("cpg-directionOfRecommendation").Single().Text("valueCodeableConcept.coding.code"));
        }
    }

    [Fact]
    public void A_code_of_another_scheme_follows_only_where_it_is_equivalent()
    {
        var action = Plan("msc-panel").At("action").Single();

        Assert.Equal(["A", "strong"], action.Extensions("cqf-strengthOfRecommendation").Single().Texts("valueCodeableConcept.coding.code"));
        Assert.Equal(["IIb"], action.Extensions("cqf-qualityOfEvidence").Single().Texts("valueCodeableConcept.coding.code"));
    }

    [Fact]
    public void The_statement_is_quoted_word_for_word()
    {
        foreach (var recommendation in Committed.Guideline.Recommendations)
        {
            var plan = Plan(recommendation.Id);

            Assert.Equal(recommendation.Quotation, plan.Text("description"));
            Assert.Equal(recommendation.Quotation, plan.Text("action.description"));
            Assert.Equal(recommendation.Quotation, plan.Text("action.textEquivalent"));
        }
    }

    [Fact]
    public void Exceptions_are_excluding_characteristics_and_conditions_where_data_can_tell()
    {
        var group = Committed.Find("Group/nih-covid19-cell-therapy-msc-us").Root();
        var excluded = group.At("characteristic").Where(characteristic => characteristic.Text("exclude") == "true");

        Assert.Equal(
            ["exception-clinical-trial", "exception-expanded-access", "exception-emergency-ind"],
            excluded.Select(characteristic => characteristic.Text("valueCodeableConcept.coding.code")));
        Assert.Equal("%enrolledInMscTrial.where($this).empty()", Plan("msc-us").Text("action.condition.expression.expression"));
        Assert.Equal("Group/nih-covid19-cell-therapy-msc-us", Plan("msc-us").Text("subjectReference.reference"));
    }

    [Fact]
    public void What_is_recommended_against_is_not_to_be_ordered()
    {
        var plan = Plan("msc-panel");
        var activities = plan.Texts("action.action.definitionCanonical").Select(canonical => canonical.Split('/')[^1].Split('|')[0])
            .Select(id => Committed.Find($"ActivityDefinition/{id}").Root()).ToList();

        Assert.Equal(["MedicationRequest", "ServiceRequest"], activities.Select(activity => activity.Text("kind")));
        Assert.All(activities, activity => Assert.Equal("true", activity.Text("doNotPerform")));
        Assert.Equal("msc-therapy", activities[0].Text("productCodeableConcept.coding.code"));
        Assert.Equal("msc-therapy", activities[1].Text("code.coding.code"));
    }

    [Fact]
    public void A_recommendation_cites_the_guideline_and_what_it_rests_on()
    {
        var plan = Plan("msc-panel");

        Assert.Equal(["guideline", "3", "7", "8", "9", "10"], plan.At("relatedArtifact").Where(related => related.Text("type") == "citation").Select(related => related.Text("label")));
        Assert.Contains(plan.Texts("relatedArtifact.resource"), canonical => canonical.Contains("/Evidence/nih-covid19-cell-therapy-lanzoni-death-day31|", StringComparison.Ordinal));
    }

    [Fact]
    public void The_strategy_groups_all_recommendations()
    {
        var strategy = Committed.Find("PlanDefinition/nih-covid19-cell-therapy").Root();

        Assert.Equal(
            Committed.Guideline.Recommendations.Select(recommendation => Committed.Find($"PlanDefinition/nih-covid19-cell-therapy-{recommendation.Id}")).Select(plan => $"{plan.Url}|{plan.Version}"),
            strategy.Texts("action.definitionCanonical"));
    }

    [Fact]
    public void Mappings_of_ratings_claim_no_more_than_the_content()
    {
        var strength = Committed.Find("ConceptMap/fhirmsc-nih-recommendation-strength-map").Root();
        var evidence = Committed.Find("ConceptMap/fhirmsc-nih-evidence-rating-map").Root();

        Assert.Equal(["equivalent", "inexact", "inexact"], strength.Texts("group.element.target.equivalence"));
        Assert.All(evidence.Texts("group.element.target.equivalence"), equivalence => Assert.Equal("unmatched", equivalence));
        Assert.Empty(evidence.At("group.element.target.code"));
    }

    private static Node Plan(string recommendation) => Committed.Find($"PlanDefinition/nih-covid19-cell-therapy-{recommendation}").Root();
}
