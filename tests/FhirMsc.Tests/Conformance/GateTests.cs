using System.Text;
using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Json;
using FhirMsc.Tests.Publishing;

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

    private static ArtifactSet Damage(Func<Artifact, bool> which, string text, string damage)
    {
        var set = Published.Edition.Sets[0];
        var victim = set.Artifacts.First(which);
        var json = Encoding.UTF8.GetString(victim.Json.Span);
        Assert.Contains(text, json, StringComparison.Ordinal);
        var at = json.IndexOf(text, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(json[..at] + damage + json[(at + text.Length)..]);
        var damaged = victim with { Json = bytes, Tree = JsonParser.Parse(bytes).Tree! };
        return set with { Artifacts = [.. set.Artifacts.Select(artifact => ReferenceEquals(artifact, victim) ? damaged : artifact)] };
    }
}
