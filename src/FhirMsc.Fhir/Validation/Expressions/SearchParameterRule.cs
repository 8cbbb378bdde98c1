using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Expressions;

/// <summary>The expression of a SearchParameter is FHIRPath (https://hl7.org/fhir/R4/searchparameter-definitions.html#SearchParameter.expression).</summary>
internal sealed class SearchParameterRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "SearchParameter";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var expression = context.Node.Child("expression");
        if (expression.Text is { } text && FhirPathExpression.Compile(text, new FhirPathOptions { Model = context.Run.Model, AsFiltersCollections = true }) is { IsOk: false, Issues: [var first, ..] })
        {
            sink.Report(StructureDefinitionIssues.Expression, expression, first.Text);
        }
    }
}
