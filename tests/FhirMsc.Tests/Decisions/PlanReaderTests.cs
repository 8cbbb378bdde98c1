using System.Text;
using FhirMsc.Conformance;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;
using FhirMsc.Tests.Publishing;

namespace FhirMsc.Tests.Decisions;

public class PlanReaderTests
{
    [Theory]
    [InlineData("plan-expression", "%covid19Condition or %covid19Test", "%covid19Condition or or")]
    [InlineData("plan-language", "text/fhirpath", "text/cql")]
    [InlineData("plan-condition-kind", "\"kind\": \"applicability\"", "\"kind\": \"start\"")]
    [InlineData("plan-one-hook", "\"type\": \"named-event\"", "\"type\": \"periodic\"")]
    [InlineData("plan-name-twice", "\"name\": \"covid19Test\"", "\"name\": \"covid19Condition\"")]
    public void A_plan_that_cannot_be_evaluated_is_refused_with_the_reason(string code, string text, string damage)
    {
        var (plans, issues) = PlanReader.Read(Changed(text, damage), TimeProvider.System);

        Assert.DoesNotContain(plans, plan => plan.Hook == "order-sign");
        Assert.Equal(2, plans.Count);
        Assert.Contains(issues, issue => issue.Kind.Id == code && issue.Path.Contains("order-sign", StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_condition_in_the_published_plan_changes_the_decision()
    {
        var (plans, issues) = PlanReader.Read(Changed("\"%covid19Condition or %covid19Test or iif(%unclearDiagnoses.exists() or %possiblyPositiveTests.exists(), {}, false)\"", "\"false\""), TimeProvider.System);
        var data = Patients.Data(("conditions", [Patients.Covid19]), ("orders", [Patients.MscOrder]));

        Assert.Empty(issues);
        Assert.Single(Patients.OrderSign.Apply(data).Actions);
        Assert.Empty(plans.Single(plan => plan.Hook == "order-sign").Apply(data).Actions);
    }

    /// <summary>The catalog with every occurrence of a text in the order-sign plan replaced; past the gate, which would refuse most of these by itself.</summary>
    private static Catalog Changed(string text, string replacement)
    {
        var set = Published.Edition.Sets[0];
        var victim = set.Artifacts.Single(artifact => artifact.ResourceType == "PlanDefinition" && artifact.Id.EndsWith("order-sign", StringComparison.Ordinal));
        var json = Encoding.UTF8.GetString(victim.Json.Span);
        Assert.Contains(text, json, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(json.Replace(text, replacement, StringComparison.Ordinal));
        var changed = set with { Artifacts = [.. set.Artifacts.Select(artifact => ReferenceEquals(artifact, victim) ? victim with { Json = bytes, Tree = JsonParser.Parse(bytes).Tree! } : artifact)] };
        // Past the gate on purpose, which would hold some of these back: the reader must not rely on it.
        return new Catalog(new ValidatedArtifacts(changed));
    }
}
