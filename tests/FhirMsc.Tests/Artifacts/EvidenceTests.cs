using FhirMsc.Artifacts;
using FhirMsc.Content.Studies;
using FhirMsc.Fhir.Json;
using FhirMsc.Tests.Content;

namespace FhirMsc.Tests.Artifacts;

public class EvidenceTests
{
    [Fact]
    public void Every_figure_of_every_study_is_a_statistic_with_the_digits_as_printed()
    {
        foreach (var outcome in Committed.Guideline.Studies.SelectMany(study => study.Outcomes))
        {
            var statistics = Evidence(outcome.Id).Root().Extensions("extension-Evidence.statistic");

            Assert.Equal(outcome.Results.Count + outcome.Effects.Count, statistics.Count(statistic => !IsDerived(statistic)));
            for (var i = 0; i < outcome.Results.Count; i++)
            {
                Is(outcome.Results[i], statistics[i]);
            }

            for (var i = 0; i < outcome.Effects.Count; i++)
            {
                Is(outcome.Effects[i], statistics[outcome.Results.Count + i]);
            }
        }
    }

    [Fact]
    public void Printed_percentages_and_counts_stand_side_by_side()
    {
        var statistics = Evidence("chen-death").Root().Extensions("extension-Evidence.statistic").Where(statistic => !IsDerived(statistic)).ToList();

        Assert.Equal(["17.6", "54.5"], statistics.Select(statistic => Part(statistic, "quantity").Text("valueQuantity.value")));
        Assert.Equal(["3", "24"], statistics.Select(statistic => Part(statistic, "numberAffected").Text("valueUnsignedInt")));
        Assert.Equal(["17", "44"], statistics.Select(statistic => Part(Part(statistic, "sampleSize"), "numberOfParticipants").Text("valueUnsignedInt")));
        Assert.Equal(["exposure", "referenceExposure"], Roles("chen-death").Where(role => role.Contains("xposure")));
    }

    [Fact]
    public void Derived_figures_say_that_they_are_and_how_they_were_computed()
    {
        var derived = Evidence("chen-death").Root().Extensions("extension-Evidence.statistic").Where(IsDerived).ToList();

        Assert.Equal(["-0.369", "0.324"], derived.Select(statistic => Part(statistic, "quantity").Text("valueQuantity.value")));
        Assert.Equal(["0000424", "C93152"], derived.Select(statistic => Part(statistic, "statisticType").Text("valueCodeableConcept.coding.code")));
        Assert.All(derived, statistic => Assert.Contains("3/17", Part(statistic, "note").Text("valueAnnotation.text")));
    }

    [Fact]
    public void Nothing_is_derived_from_counts_that_are_not_printed_or_arms_that_may_not_be_compared()
    {
        var derived = Committed.Set.Artifacts.Where(artifact => artifact.ResourceType == "Evidence" && artifact.Root().Extensions("extension-Evidence.statistic").Any(IsDerived));

        Assert.Equal(["nih-covid19-cell-therapy-chen-death"], derived.Select(artifact => artifact.Id));
    }

    [Fact]
    public void A_ratio_without_a_named_reference_arm_gets_no_orientation()
    {
        var evidence = Evidence("lanzoni-time-to-recovery");
        var estimate = Part(evidence.Root().Extensions("extension-Evidence.statistic").Single(), "attributeEstimate");

        Assert.DoesNotContain("referenceExposure", Roles("lanzoni-time-to-recovery"));
        Assert.Equal("0.95", Part(estimate, "level").Text("valueDecimal"));
        Assert.Equal(["0.09", "0.95"], Part(estimate, "range").Texts("valueRange.low.value").Concat(Part(estimate, "range").Texts("valueRange.high.value")));
        Assert.Contains(evidence.Root().Texts("note.text"), note => note.Contains("reference arm", StringComparison.Ordinal));
    }

    [Fact]
    public void A_count_without_denominator_stays_without()
    {
        var statistics = Evidence("lanzoni-death-day31").Root().Extensions("extension-Evidence.statistic");

        Assert.Equal(["7", "2"], statistics.Select(statistic => Part(statistic, "numberAffected").Text("valueUnsignedInt")));
        Assert.All(statistics, statistic => Assert.Empty(statistic.Extensions("sampleSize")));
        Assert.All(statistics, statistic => Assert.Empty(statistic.Extensions("quantity")));
    }

    [Fact]
    public void Trailing_zeros_survive()
    {
        var evidence = SampleArtifacts.Of(Sample.With("high: 0.90", "high: 0.900")).Single(artifact => artifact.ResourceType == "Evidence" && artifact.Id.EndsWith("death", StringComparison.Ordinal));
        var estimate = Part(evidence.Root().Extensions("extension-Evidence.statistic")[1], "attributeEstimate");

        Assert.Equal("0.900", Part(estimate, "range").Text("valueRange.high.value"));
    }

    [Theory]
    [InlineData("95", "0.95")]
    [InlineData("97.5", "0.975")]
    [InlineData("99", "0.99")]
    [InlineData("50", "0.50")]
    public void A_level_in_percent_becomes_a_fraction_digit_by_digit(string printed, string level)
    {
        var evidence = SampleArtifacts.Of(Sample.With("level: 95", $"level: {printed}")).Single(artifact => artifact.ResourceType == "Evidence");

        Assert.Equal(level, Part(Part(evidence.Root().Extensions("extension-Evidence.statistic")[1], "attributeEstimate"), "level").Text("valueDecimal"));
    }

    [Fact]
    public void Evidence_for_another_disease_says_whom_it_is_meant_for()
    {
        var population = Evidence("chen-death").Root().Extensions("extension-Evidence.variableDefinition")[0];

        Assert.Equal("Group/nih-covid19-cell-therapy-chen", Part(population, "observed").Text("valueReference.reference"));
        Assert.Equal("Group/nih-covid19-cell-therapy-chen-intended", Part(population, "intended").Text("valueReference.reference"));
    }

    private static void Is(ArmResult printed, Node statistic)
    {
        Assert.Equal(StudyNumber(printed.Affected), Part(statistic, "numberAffected").Text("valueUnsignedInt"));
        Assert.Equal(printed.Of is { } of ? [StudyNumber(of)] : [], statistic.Extensions("sampleSize").SelectMany(size => Part(size, "numberOfParticipants").Texts("valueUnsignedInt")));
        Assert.Equal(printed.Percentage is { } percentage ? [percentage.Text] : [], statistic.Extensions("quantity").Select(quantity => quantity.Text("valueQuantity.value")));
        Assert.Equal(printed.Implied ? 1 : 0, statistic.Extensions("note").Count);
    }

    private static void Is(EffectEstimate printed, Node statistic)
    {
        Assert.Equal(printed.Value.Text, Part(statistic, "quantity").Text("valueQuantity.value"));
        Assert.Equal(printed.Interval is null ? 0 : 1, statistic.Extensions("attributeEstimate").Count(estimate => estimate.Extensions("range").Count > 0));
    }

    private static bool IsDerived(Node statistic) => Part(statistic, "description").Text("valueMarkdown").StartsWith("Derived, not printed.", StringComparison.Ordinal);

    private static string StudyNumber(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Node Part(Node extension, string name) => Assert.Single(extension.Extensions(name));

    private static IEnumerable<string> Roles(string outcome) =>
        Evidence(outcome).Root().Extensions("extension-Evidence.variableDefinition").Select(variable => Part(variable, "variableRole").Text("valueCodeableConcept.coding.code"));

    private static Artifact Evidence(string outcome) => Committed.Find($"Evidence/nih-covid19-cell-therapy-{outcome}");
}
