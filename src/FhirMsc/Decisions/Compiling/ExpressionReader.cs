using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Compiling;

/// <summary>Compiles the <c>Expression</c>s of a plan and reports what is wrong with them.</summary>
internal sealed class ExpressionReader(FhirPathOptions options, List<Issue> issues)
{
    /// <summary>Variables that FHIRPath itself has in every evaluation.</summary>
    private static readonly string[] Always = ["context", "resource", "rootResource", "ucum", "sct", "loinc"];

    private readonly HashSet<string> known = new(StringComparer.Ordinal) { Plan.Subject };

    /// <summary>Makes a name known to the expressions that are read from now on.</summary>
    public void Declare(string name) => known.Add(name);

    /// <summary>Compiles one expression.</summary>
    /// <returns>The expression, or <see langword="null"/> if it can't be evaluated.</returns>
    public FhirPathExpression? Compile(Node expression)
    {
        var text = expression.At("expression");
        if (text is null)
        {
            issues.Add(PlanIssues.NoExpression.At(expression.Exists ? NodePath.Of(expression) : "PlanDefinition", expression.Exists ? expression.Position : null));
            return null;
        }

        if (expression.At("language") != "text/fhirpath")
        {
            issues.Add(PlanIssues.Language.At(NodePath.Of(expression), expression.Position, expression.At("language") ?? "no language"));
            return null;
        }

        var result = FhirPathExpression.Compile(text, options);
        issues.AddRange(result.Issues.Where(issue => issue.IsError).Select(issue => PlanIssues.Expression.At(NodePath.Of(expression), expression.Position, issue.Text)));

        // A name that nothing stands behind would make the expression fail for every patient.
        foreach (var name in result.Expression?.Variables ?? [])
        {
            if (!known.Contains(name) && !Always.Contains(name) && !name.StartsWith("vs-", StringComparison.Ordinal) && !name.StartsWith("ext-", StringComparison.Ordinal)
                && !text.Contains("defineVariable", StringComparison.Ordinal))
            {
                issues.Add(PlanIssues.UnknownVariable.At(NodePath.Of(expression), expression.Position, name));
            }
        }

        return result.Expression;
    }

    /// <summary>
    /// For an expression that ends in <c>exists()</c>, what lies before it: the resources that made it true. Other forms have no such part.
    /// </summary>
    public FhirPathExpression? Witnesses(FhirPathExpression expression)
    {
        const string Ending = ".exists()";
        var text = expression.ToString();
        if (!text.EndsWith(Ending, StringComparison.Ordinal))
        {
            return null;
        }

        var compiled = FhirPathExpression.Compile(text[..^Ending.Length], options).Expression;

        // "a or b.exists()" loses its last call to another expression than the one meant.
        return compiled is not null && $"{compiled}{Ending}" == text && !IsLoose(text) ? compiled : null;
    }

    private static bool IsLoose(string text)
    {
        var depth = 0;
        var quoted = false;
        foreach (var (i, c) in text.Index())
        {
            quoted ^= c == '\'' && (i == 0 || text[i - 1] != '\\');
            depth += quoted ? 0 : c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (!quoted && depth == 0 && c == ' ')
            {
                return true;
            }
        }

        return false;
    }
}
