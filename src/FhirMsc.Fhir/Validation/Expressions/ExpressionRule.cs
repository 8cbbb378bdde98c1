using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Expressions;

/// <summary>An Expression in FHIRPath compiles (https://hl7.org/fhir/R4/metadatatypes.html#Expression). Other languages are not read here.</summary>
internal sealed class ExpressionRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "Expression";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var expression = context.Node.Child("expression");
        if (context.Node.Child("language").Text == "text/fhirpath" && expression.Text is { } text
            && FhirPathExpression.Compile(text, new FhirPathOptions { Model = context.Run.Model }) is { IsOk: false, Issues: [var first, ..] })
        {
            sink.Report(StructureDefinitionIssues.Expression, expression, first.Text);
        }
    }
}
