using System.Text;
using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Json;
using FhirMsc.Tests.Publishing;
using Moq;

namespace FhirMsc.Tests.Conformance;

public class GateTests
{
    [Theory]
    [InlineData("structure-unknown-element", "\"status\": \"active\"", "\"status\": \"active\", \"pumpkin\": true")]
    [InlineData("structure-missing", "\"status\": \"active\",", "")]
    [InlineData("structure-value-format", "\"date\": \"2026-11-23\"", "\"date\": \"23.11.2026\"")]
    [InlineData("json-duplicate-key", "\"status\": \"active\"", "\"status\": \"active\", \"status\": \"draft\"")]
    [InlineData("gate-dangling-canonical", "/Library/", "/Library/no-")]
    public void A_damaged_artifact_is_held_back_with_its_origin(string code, string text, string damage)
    {
        var set = Damage(artifact => artifact.ResourceType == "PlanDefinition" && artifact.Id.EndsWith("order-sign", StringComparison.Ordinal), text, damage);
        var result = Gate.Check(set);

        Assert.Null(result.Passed);
        var finding = Assert.Single(result.Findings, finding => finding.Issue.Kind.Id == code);
        Assert.EndsWith("order-sign.json", finding.Resource, StringComparison.Ordinal);
        Assert.Contains("nih-covid19-cell-therapy.yaml", finding.Origin!.Position.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_nothing_is_held_back()
    {
        var result = Gate.Check(Damage(artifact => artifact.ResourceType == "Evidence", "\"reference\": \"EvidenceVariable/", "\"reference\": \"EvidenceVariable/no-"));

        Assert.Null(result.Passed);
        Assert.Contains(result.Findings, finding => finding.Issue.Kind.Id == "gate-dangling-reference");
    }

    [Theory]
    [InlineData("fms-rat-1", "PlanDefinition/nih-covid19-cell-therapy-msc-panel", "CodeSystem/fhirmsc-nih-recommendation-strength", "CodeSystem-elsewhere/x")]
    [InlineData("fms-rat-3", "PlanDefinition/nih-covid19-cell-therapy-msc-panel", "cqf-qualityOfEvidence", "cqf-strengthOfRecommendation")]
    [InlineData("fms-dir-1", "PlanDefinition/nih-covid19-cell-therapy-msc-panel", "\"code\": \"against\"", "\"code\": \"perhaps\"")]
    [InlineData("fms-rec-1", "PlanDefinition/nih-covid19-cell-therapy-msc-panel", "\"textEquivalent\": \"The", "\"textEquivalent\": \"Our")]
    [InlineData("fms-cit-1", "PlanDefinition/nih-covid19-cell-therapy", "\"label\": \"guideline\"", "\"label\": \"page\"")]
    [InlineData("fms-cit-3", "PlanDefinition/nih-covid19-cell-therapy", "\"label\": \"2\"", "\"label\": \"1\"")]
    [InlineData("fms-cit-4", "PlanDefinition/nih-covid19-cell-therapy", "Basic/nih-covid19-cell-therapy-reference-1\"", "Evidence/nih-covid19-cell-therapy-chen-death\"")]
    [InlineData("fms-act-1", "ActivityDefinition/nih-covid19-cell-therapy-msc-panel-not-medicationrequest", "\"doNotPerform\": true,", "")]
    [InlineData("fms-evi-2", "Evidence/nih-covid19-cell-therapy-lanzoni-time-to-recovery", "\"code\": \"measuredVariable\"", "\"code\": \"population\"")]
    [InlineData("fms-evi-3", "Evidence/nih-covid19-cell-therapy-lanzoni-time-to-recovery", "\"code\": \"exposure\"", "\"code\": \"referenceExposure\"")]
    [InlineData("fms-evi-5", "Evidence/nih-covid19-cell-therapy-lanzoni-time-to-recovery", "\"value\": 0.95", "\"value\": 0.05")]
    [InlineData("fms-ref-2", "Basic/nih-covid19-cell-therapy-reference-1", "extension-Citation.status", "extension-Citation.copyright")]
    [InlineData("fms-lib-1", "Library/nih-covid19-cell-therapy-manifest", "\"type\": \"composed-of\"", "\"type\": \"depends-on\"", true)]
    public void A_rule_of_our_own_profiles_holds_back_what_breaks_it(string rule, string reference, string text, string damage, bool everywhere = false)
    {
        var result = Gate.Check(Damage(artifact => artifact.Reference == reference, text, damage, everywhere));

        Assert.Null(result.Passed);
        Assert.Contains(result.Findings, finding => finding.Issue.IsError && finding.Rule == rule && finding.Origin is not null);
    }

    [Theory]
    [InlineData("numberAffected", "numberAfflicted")]
    [InlineData("\"valueUnsignedInt\": 24", "\"valueString\": \"24\"")]
    public void An_extension_that_carries_an_element_of_R5_is_checked_against_R5(string text, string damage)
    {
        var result = Gate.Check(Damage(artifact => artifact.ResourceType == "Evidence" && Encoding.UTF8.GetString(artifact.Json.Span).Contains(text, StringComparison.Ordinal), text, damage));

        Assert.Null(result.Passed);
    }

    [Fact]
    public void A_warning_that_is_explained_counts_until_the_explanation_has_expired()
    {
        var clock = new Mock<TimeProvider>();
        clock.Setup(time => time.GetUtcNow()).Returns(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        clock.Setup(time => time.LocalTimeZone).Returns(TimeZoneInfo.Utc);
        var set = Published.Edition.Sets[0];

        Assert.Contains(Gate.Check(set).Findings, finding => finding.Known is not null);
        Assert.Contains(Gate.Check(set, time: clock.Object).Findings, finding => finding is { Expired: not null, Counts: true });
    }

    private static ArtifactSet Damage(Func<Artifact, bool> which, string text, string damage, bool everywhere = false)
    {
        var set = Published.Edition.Sets[0];
        var victim = set.Artifacts.First(which);
        var json = Encoding.UTF8.GetString(victim.Json.Span);
        Assert.Contains(text, json, StringComparison.Ordinal);
        var at = json.IndexOf(text, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(everywhere ? json.Replace(text, damage, StringComparison.Ordinal) : json[..at] + damage + json[(at + text.Length)..]);
        var damaged = victim with { Json = bytes, Tree = JsonParser.Parse(bytes).Tree! };
        return set with { Artifacts = [.. set.Artifacts.Select(artifact => ReferenceEquals(artifact, victim) ? damaged : artifact)] };
    }
}
