using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Expressions are FHIRPath.</summary>
internal sealed class ExpressionCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        foreach (var criterion in guideline.Logic.Criteria)
        {
            Compile(criterion.Expression, criterion.Origin.Path + ".expression", report);
            Compile(criterion.ExpressionR5, criterion.Origin.Path + ".expressionR5", report);
        }
    }

    private static void Compile(string? expression, string path, Report report)
    {
        if (expression is not { Length: > 0 })
            return;
        foreach (var issue in FhirPathExpression.Compile(expression).Issues)
            report.Add(ContentFactIssues.BadExpression, path, issue.Position?.Line, issue.Position?.Column, issue.Text);
    }
}
