using System.Text;
using FhirMsc.Conformance.Losses;
using FhirMsc.Content.Changes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Tests.Artifacts;

namespace FhirMsc.Tests.Conformance.Losses;

public class LossReportTests
{
    private static readonly string Text = File.ReadAllText(Committed.ContentFile);

    private static readonly Lazy<IReadOnlyList<FactLanding>> Report = new(() => Of(Text, [.. FhirRelease.All]));

    [Fact]
    public void No_value_of_the_content_is_lost_in_any_release()
    {
        var lost = Report.Value.Where(landing => landing.LostIn.Any()).Select(landing => $"{landing.Position} {landing.Path}: {landing.Value} ({string.Join(", ", landing.LostIn)})").ToList();

        Assert.True(lost.Count == 0, string.Join('\n', lost));
        Assert.True(Report.Value.Count > 1000);
    }

    [Fact]
    public void A_figure_is_found_in_the_statistic_it_became_first()
    {
        var landing = Report.Value.Single(each => each.Path == "studies[3].outcomes[0].results[0].percentage");

        Assert.Equal("Evidence/nih-covid19-cell-therapy-chen-death#Evidence.statistic[0].quantity.value", landing.Places[FhirRelease.R5][0]);
        Assert.Contains("Evidence/nih-covid19-cell-therapy-chen-death", landing.Places[FhirRelease.R4][0]);
    }

    [Theory]
    [InlineData("percentage: 17.6", "percentage: 17.61")]
    [InlineData("display: Nonrandomized trials or observational cohort studies", "display: Something that was never written")]
    [InlineData("\"840546002\"", "\"999999999\"")]
    public void What_the_artifacts_do_not_say_is_lost(string written, string other)
    {
        var lost = Of(Text.Replace(written, other, StringComparison.Ordinal), FhirRelease.R4).Where(landing => landing.LostIn.Any()).ToList();

        Assert.Equal([FhirRelease.R4], Assert.Single(lost).LostIn);
    }

    private static IReadOnlyList<FactLanding> Of(string yaml, params IReadOnlyList<FhirRelease> releases) =>
        LossReport.Of(ContentValues.Of(new MemoryStream(Encoding.UTF8.GetBytes(yaml)), "content.yaml"), [.. releases.Select(release => Committed.Sets[release])]);
}
