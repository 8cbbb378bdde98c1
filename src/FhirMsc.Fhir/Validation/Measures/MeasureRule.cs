using System.Text.RegularExpressions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Measures;

/// <summary>The criteria of a Measure are defined in its libraries (https://hl7.org/fhir/R4/measure.html#11.14.3).</summary>
internal sealed partial class MeasureRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "Measure";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var run = context.Run;
        var node = context.Node;
        var named = node.ChildrenNamed("library").Select(library => library.Text).OfType<string>().ToList();
        var libraries = named.Select(library => run.Resolve(node, library)).Where(library => library.Exists && library.ResourceType == "Library").ToList();
        var defined = libraries.ConvertAll(CqlDefinitions.Of);
        foreach (var criteria in Criteria(node))
        {
            if (criteria.Child("language").Text is not ("text/cql" or "text/cql-identifier" or "text/cql.identifier") || criteria.Child("expression").Text is not { } expression || Name(expression) is not { } name)
            {
                continue;
            }

            if (named.Count == 0 && !criteria.Child("reference").Exists)
            {
                sink.Report(MeasureIssues.LibraryRequired, criteria, name);
            }
            else if (libraries.Count < named.Count || defined.Contains(null))
            {
                // Another library may define it.
                if (libraries.Count == 0)
                {
                    sink.Report(MeasureIssues.NoLibrary, criteria, name);
                }
            }
            else if (named.Count > 0 && !defined.Exists(names => names!.Contains(name)))
            {
                sink.Report(MeasureIssues.UnknownDefinition, criteria, name);
            }
        }
    }

    private static IEnumerable<Node> Criteria(Node measure)
    {
        foreach (var group in measure.ChildrenNamed("group"))
        {
            foreach (var part in group.ChildrenNamed("population").Concat(group.ChildrenNamed("stratifier")).Concat(group.ChildrenNamed("stratifier").SelectMany(stratifier => stratifier.ChildrenNamed("component"))))
            {
                if (part.Child("criteria") is { Exists: true } criteria)
                {
                    yield return criteria;
                }
            }
        }

        foreach (var part in measure.ChildrenNamed("supplementalData"))
        {
            if (part.Child("criteria") is { Exists: true } criteria)
            {
                yield return criteria;
            }
        }
    }

    /// <summary>The name of the definition, if the expression is nothing but one: <c>Name</c>, <c>"Quoted name"</c>, <c>Library.Name</c>.</summary>
    private static string? Name(string expression)
    {
        var match = Identifier().Match(expression.Trim());
        return !match.Success ? null : match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value;
    }

    [GeneratedRegex("""^(?:[A-Za-z_][A-Za-z0-9_]*\.)?(?:"(?<quoted>(?:[^"\\]|\\.)+)"|(?<plain>[A-Za-z_][A-Za-z0-9_]*))\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
