namespace FhirMsc.Tests.Content.Import;

public class StatisticFinderTests
{
    [Theory]
    [InlineData("Recovery was faster (HR 0.29; 95% CI, 0.09–0.95).", "hazard-ratio 0.29 95 0.09 0.95")]
    [InlineData("Fewer died (RR, 0.87 [95% CI, 0.73-1.05]).", "relative-risk 0.87 95 0.73 1.05")]
    [InlineData("The odds ratio was 0.51 (95% CI 0.37--0.70).", "odds-ratio 0.51 95 0.37 0.70")]
    [InlineData("The rate ratio was .82 (95% CI, .70 to .96).", "rate-ratio 0.82 95 0.70 0.96")]
    [InlineData("The mean difference was −1.2 kg (97.5% CI, −2.0 to −0.4).", "mean-difference -1.2 97.5 -2.0 -0.4")]
    [InlineData("Illness was likelier (aOR = 1.90; 95% CI = 1.12–1.72).", "odds-ratio 1.90 95 1.12 1.72")]
    [InlineData("Das Risiko sank (HR 0,75; 95%-KI 0,60–0,94).", "hazard-ratio 0.75 95 0.60 0.94")]
    public void Reads_estimates_as_printed(string sentence, string expected)
    {
        var found = Assert.Single(Imports.Find($"Foodrug\n\nClinical Data\n\n{sentence}\n").Statistics);

        Assert.Equal(expected, $"{found.Measure?.Value} {found.Value} {found.Level} {found.Low} {found.High}");
    }

    [Fact]
    public void A_measure_named_once_holds_for_all_values_behind_it()
    {
        var found = Imports.Find("Foodrug\n\nClinical Data\n\nThe RRs were 0.88 (95% CI, 0.73-1.003) at 39 years, 0.86 (95% CI, 0.68-0.97) at 50 and 0.67 (95% CI, 0.54-0.83) at 60.\n").Statistics;

        Assert.Equal(3, found.Count);
        Assert.All(found, statistic => Assert.Equal("relative-risk", statistic.Measure?.Value));
    }

    [Theory]
    [InlineData("The estimates ranged from 0.40 to 0.70 (95% CI, 0.20 to 0.90).", "statistics/range")]
    [InlineData("The odds ratio was 0.51 (95% CI, 0.37 to", "brokenEstimates/1")]
    [InlineData("The odds ratio was 0.51 (95% CI, 0.6 to 0.9).", "statistics/value-outside")]
    public void What_is_doubtful_is_listed(string sentence, string rule) =>
        Assert.Contains(Imports.Find($"Foodrug\n\nClinical Data\n\n{sentence}\n").Unread, unread => unread.Rule == rule);

    [Fact]
    public void No_whole_is_derived_that_the_page_does_not_print()
    {
        var found = Imports.Find("Foodrug\n\nClinical Data\n\nTwenty-four patients were randomized. More deaths occurred in the placebo arm (7 deaths) than in the other arm (2 deaths).\n").Counts;

        Assert.Equal([7, 2], found.Select(count => count.Count));
        Assert.All(found, count => Assert.Null(count.Of));
    }
}
