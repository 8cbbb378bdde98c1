using FhirMsc.Artifacts;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Tests.Content;

namespace FhirMsc.Tests.Artifacts;

/// <summary>The invariants of the R4 definitions hold on every element of every generated resource.</summary>
public class InvariantTests
{
    private static readonly FhirModel Model = FhirModel.For(FhirRelease.R4);

    /// <summary>As R4 publishes it, dom-3 casts a whole collection with <c>as()</c>, which FHIRPath forbids. <see cref="SetTests"/> checks what it means.</summary>
    private const string Unusable = "dom-3";

    private static readonly Dictionary<string, FhirPathExpression> Compiled = [];

    [Fact]
    public void Hold_on_the_committed_guideline() => Hold(Committed.Set);

    [Fact]
    public void Hold_on_the_second_guideline() => Hold(SampleArtifacts.Set(Sample.Yaml));

    [Fact]
    public void A_broken_one_is_found()
    {
        var broken = SampleArtifacts.Set(Sample.Yaml).Artifacts[0];
        var json = System.Text.Encoding.UTF8.GetString(broken.Json.Span).Replace("\"language\": \"text/fhirpath\"", "\"language\": \"text/fhirpath\", \"name\": \"x\"", StringComparison.Ordinal)
            .Replace("\"expression\": \"'", "\"description\": \"'", StringComparison.Ordinal);
        var root = Fhir.Json.JsonParser.Parse(json).Tree!.Root;

        Assert.Contains(Violations(Element.Of(root, Model), root), violation => violation.Contains("exp-1", StringComparison.Ordinal));
    }

    private static void Hold(ArtifactSet set)
    {
        var violations = set.Artifacts.SelectMany(artifact => Violations(Element.Of(artifact.Tree.Root, Model), artifact.Tree.Root).Select(violation => $"{artifact.FileName} {violation}")).ToList();

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    private static IEnumerable<string> Violations(Element element, Fhir.Json.Node resource)
    {
        var constraints = (element.Definition?.Constraints ?? []).Concat(element.Type?.Root.Constraints ?? []).DistinctBy(constraint => constraint.Key);
        foreach (var constraint in constraints.Where(constraint => constraint.Expression is not null && constraint.Severity != Severity.Warning && constraint.Key != Unusable))
        {
            var result = Expression(constraint.Expression!).Evaluate(element, new EvaluationContext { Resource = resource, RootResource = resource });
            if (!result.IsOk || result.ToBoolean() != true)
            {
                yield return $"{element.Path} {constraint.Key} {constraint.Human} {result.Issue}";
            }
        }

        foreach (var violation in element.Children.SelectMany(child => Violations(child, child.IsResource ? child.Node : resource)))
        {
            yield return violation;
        }
    }

    private static FhirPathExpression Expression(string text)
    {
        if (!Compiled.TryGetValue(text, out var expression))
        {
            var compilation = FhirPathExpression.Compile(text, new FhirPathOptions { Model = Model });
            expression = compilation.Expression ?? throw new InvalidOperationException($"{text}: {string.Join("; ", compilation.Issues)}");
            Compiled[text] = expression;
        }

        return expression;
    }
}
