using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.FhirPath;

public class VacuityTests
{
    [Theory]
    [InlineData("contained.contained.empty()", "contained")]
    [InlineData("contained.where(('#' + id in %resource.descendants().reference).not()).trace('a', id).empty()", "contained")]
    [InlineData("min.empty() or max.empty() or (max = '*')", "max,min")]
    [InlineData("isModifier.exists() implies isModifierReason.exists()", "isModifier")]
    [InlineData("(isModifier.exists() and isModifier) implies isModifierReason.exists()", "isModifier")]
    [InlineData("reference.startsWith('#').not() or (1 = 2)", "reference")]
    [InlineData("a.exists()", "")]
    [InlineData("a.exists() or b.empty()", "b")]
    [InlineData("a.exists() != b.exists()", "")]
    [InlineData("a.empty() and b.empty()", "")]
    [InlineData("$this.a > 1", "a")]
    [InlineData("where(a.exists()).b.empty()", "")]
    [InlineData("(a | b).empty()", "")]
    [InlineData("a.count() > 1", "")]
    [InlineData("(a and b.exists()) or c = 1", "c")]
    public void Names_the_children_without_which_it_cannot_be_false(string expression, string names) =>
        Assert.Equal(names, string.Join(',', FhirPathExpression.Compile(expression).Expression!.HoldsWithout));

    /// <summary>For every invariant of R4's types: where a child that it names is absent, evaluating it gives no false.</summary>
    [Fact]
    public void Agrees_with_evaluating_every_invariant()
    {
        var model = FhirModel.For(FhirRelease.R4);
        var count = 0;
        foreach (var name in model.TypeNames(TypeKind.Resource).Concat(model.TypeNames(TypeKind.Complex)).Where(name => !model.FindType(name)!.IsAbstract))
        {
            // A resource with an id only lacks every child that an invariant of its root may name.
            var node = JsonParser.Parse($$"""{"resourceType":"{{name}}","id":"a"}""").Tree!.Root;
            foreach (var constraint in model.FindType(name)!.Root.Constraints.Where(constraint => constraint.Expression is not null))
            {
                var expression = FhirPathExpression.Compile(constraint.Expression!, new FhirPathOptions { Model = model, AsFiltersCollections = true }).Expression!;
                if (expression.HoldsWithout.Count > 0)
                {
                    count++;
                    Assert.NotEqual(false, expression.EvaluateBoolean(node));
                }
            }
        }

        Assert.True(count > 500, $"only {count}");
    }
}
