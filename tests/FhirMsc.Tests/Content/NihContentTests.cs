using FhirMsc.Content.Cards;
using FhirMsc.Content.Studies;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Tests.Content;

/// <summary>What must be true of the committed guideline without the page at hand.</summary>
public class NihContentTests
{
    [Fact]
    public void The_committed_content_has_no_findings()
    {
        Assert.Equal(string.Empty, string.Join('\n', Nih.Result.Issues));
        Assert.NotNull(Nih.Result.Guideline);
    }

    [Fact]
    public void The_two_rated_statements_stand_side_by_side_with_their_own_exceptions()
    {
        var recommendations = Nih.Guideline.Recommendations;

        Assert.Equal(["msc-panel", "msc-us"], recommendations.Select(recommendation => recommendation.Id));
        Assert.All(recommendations, recommendation => Assert.Equal(("AIIb", "A", "IIb"), (recommendation.Rating!.Printed, recommendation.Rating.Strength, recommendation.Rating.Evidence)));
        Assert.Equal(["exception-clinical-trial"], recommendations[0].Exceptions.Select(exception => exception.Concept.Code));
        Assert.Equal(["exception-clinical-trial", "exception-expanded-access", "exception-emergency-ind"], recommendations[1].Exceptions.Select(exception => exception.Concept.Code));
        Assert.Equal("US", recommendations[1].Jurisdiction);
    }

    [Fact]
    public void What_the_page_does_not_print_is_empty()
    {
        var lanzoni = Nih.Guideline.Studies.Single(study => study.Id == "lanzoni");
        var chen = Nih.Guideline.Studies.Single(study => study.Id == "chen");
        var ratio = lanzoni.Outcomes.SelectMany(outcome => outcome.Effects).Single();

        Assert.All(lanzoni.Arms, arm => Assert.Null(arm.Count));
        Assert.All(lanzoni.Outcomes.SelectMany(outcome => outcome.Results), result => Assert.Null(result.Of));
        Assert.Equal((null, 61), (chen.Enrolled, chen.ArmTotal));
        Assert.Null(ratio.ReferenceArm);
        Assert.Null(ratio.ComparedArm);
        Assert.Equal(("0.29", "0.09", "0.95", "95"), (ratio.Value.Text, ratio.Interval!.Low.Text, ratio.Interval.High.Text, ratio.Interval.Level.Text));
        Assert.Null(Nih.Guideline.Source.Archived!.Since);
        Assert.Equal(["2", "5", "9"], Nih.Guideline.References.Where(reference => reference.Doi is not null).Select(reference => reference.Label));
    }

    [Fact]
    public void A_figure_that_is_only_implied_says_so()
    {
        var implied = Nih.Guideline.Studies.SelectMany(study => study.Outcomes).SelectMany(outcome => outcome.Results).Where(result => result.Implied);

        Assert.Equal([("huc-msc", 0, (int?)12)], implied.Select(result => (result.Arm, result.Affected, result.Of)));
    }

    [Fact]
    public void All_fifteen_defects_of_the_page_are_kept()
    {
        Assert.Equal(Enumerable.Range(1, 15).Select(number => $"I-{number}"), Nih.Guideline.Defects.Select(defect => defect.Id));
    }

    [Fact]
    public void Indirect_evidence_is_marked_by_two_conditions()
    {
        Assert.Equal(["chen"], Nih.Guideline.Studies.Where(study => study.IntendedCondition is not null).Select(study => study.Id));
        Assert.Equal(Allocation.IntendedRandomized, Nih.Guideline.Studies.Single(study => study.Id == "shu").Design.Allocation);
    }

    [Fact]
    public void No_service_shares_its_id_and_each_hook_is_served_once()
    {
        Assert.Equal(["order-sign", "order-select", "patient-view"], Nih.Guideline.Services.Select(service => service.Hook));
        Assert.Equal(3, Nih.Guideline.Services.Select(service => service.Id).Distinct().Count());
    }

    [Fact]
    public void Cards_say_against_the_exception_the_rating_the_archive_and_the_date()
    {
        foreach (var service in Nih.Guideline.Services)
        {
            var summary = service.Card.Summary;
            var detail = service.Card.Detail;

            Assert.All(["against", "except in clinical trials", "AIIb", "rchived", "April 21, 2021"], word => Assert.Contains(word, summary, StringComparison.Ordinal));
            Assert.All(CardPlaceholders.For(Nih.Guideline).Where(name => name != "rating:msc-us"), name => Assert.Contains($"{{{name}}}", detail, StringComparison.Ordinal));
            Assert.All(["against", "expanded access", "emergency IND"], word => Assert.Contains(word, detail, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Order_hooks_need_neither_old_orders_nor_the_patient_to_be_decided()
    {
        var sign = Nih.Guideline.Services.Single(service => service.Hook == "order-sign");

        Assert.Equal(["conditions", "virusTests", "orders"], Nih.Guideline.Logic.InputsOf(sign.When).Select(input => input.Id));
        Assert.Equal(["conditions", "virusTests", "medicationRequests", "serviceRequests"], Nih.Guideline.Logic.InputsOf(Nih.Guideline.Services.Single(service => service.Hook == "patient-view").When).Select(input => input.Id));
        Assert.DoesNotContain(Nih.Guideline.Logic.InputsOf(sign.Unless), input => input.Required);
    }

    [Fact]
    public void Codes_without_a_verified_display_have_none()
    {
        var codes = Nih.Guideline.Terminology.ValueSets.SelectMany(set => set.Groups).Where(group => group.System is not null).SelectMany(group => group.Concepts);

        // WHO's displays are not ours to publish.
        Assert.Equal(["J3402", "U07.1", "U07.2"], codes.Where(code => code.Display is null).Select(code => code.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [SharedFact("design/value-sets.json")]
    public void Value_sets_hold_the_verified_codes_and_no_others()
    {
        string[] oneSourceOnly = ["425843001", "278257006", "473162000"];
        var expected = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var set in Shared.Json("design/value-sets.json").EnumerateObject())
        {
            expected[set.Name.Split(' ')[0]] =
            [
                .. set.Value.EnumerateArray()
                    .Where(code => !oneSourceOnly.Contains(code.GetProperty("code").GetString()))
                    .Select(code => (System: code.GetProperty("system").GetString()!, Code: code.GetProperty("code").GetString()!, Display: code.GetProperty("display").GetString()!))
                    .Select(code => $"{code.System}|{code.Code}|{(code.Code == "J3402" ? string.Empty : code.Display)}"),
            ];
        }

        // The tables have two more, by WHO's ICD-10: verified, and without a display.
        expected["covid19-confirmed"].Add("http://hl7.org/fhir/sid/icd-10|U07.1|");
        expected["covid19-suspected"].Add("http://hl7.org/fhir/sid/icd-10|U07.2|");

        // What beside a code of transplantation is doubtful: every code of the therapy.
        expected["msc-review"].AddRange(expected["msc-therapy"]);

        // Two of our own: reasons that do not rule COVID-19 out, and the exceptions of the two statements.
        var actual = Nih.Guideline.Terminology.ValueSets.Where(set => set.Id is not ("covid19-complication" or "msc-exceptions"));

        Assert.Equal(expected.Keys, actual.Select(set => set.Id).Order(StringComparer.Ordinal));
        Assert.All(actual, set => Assert.Equal(expected[set.Id].Order(StringComparer.Ordinal), Published(set).Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Published(ValueSetContent set) =>
        set.Groups.Where(group => group.System is not null).SelectMany(group => group.Concepts, (group, code) => $"{group.System}|{code.Code}|{code.Display}");
}
