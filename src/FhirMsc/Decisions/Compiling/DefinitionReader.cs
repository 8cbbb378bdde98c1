using FhirMsc.Decisions.Proposals;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Compiling;

/// <summary>Finds what actions propose (<c>action.definition[x]</c>) among the published artifacts.</summary>
/// <param name="library">Finds ActivityDefinitions and compiles other plans.</param>
/// <param name="expressions">Compiles the expressions of ActivityDefinitions: they see the variables of the plan that uses them.</param>
/// <param name="issues">Gets what is wrong.</param>
internal sealed class DefinitionReader(LibraryReader library, ExpressionReader expressions, List<Issue> issues)
{
    /// <summary>What an action proposes; nothing of both if it proposes nothing, or nothing that can be applied, which is reported.</summary>
    public (Activity? Activity, Plan? Plan) Read(Node action)
    {
        var definition = action.Child("definitionCanonical");
        if (!definition.Exists)
        {
            if (action.Child("definitionUri") is { Exists: true } uri)
            {
                issues.Add(PlanIssues.DefinitionUri.At(NodePath.Of(uri), uri.Position));
            }

            return default;
        }

        var canonical = definition.Text ?? string.Empty;
        var found = library.Catalog.FindCanonical(canonical);
        switch (found?.ResourceType)
        {
            case "ActivityDefinition":
                return (Activity.Read(found.Tree.Root, library.Catalog.Release, expressions, issues), null);
            case "PlanDefinition":
                var plan = library.Plan(found.Reference, found.Tree.Root);
                if (plan is null)
                {
                    issues.Add(PlanIssues.DefinitionUnusable.At(NodePath.Of(definition), definition.Position, canonical));
                }

                return (null, plan);
            default:
                issues.Add(PlanIssues.DefinitionMissing.At(NodePath.Of(definition), definition.Position, canonical));
                return default;
        }
    }
}
