using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Compilation;

/// <summary>
/// Environment variables (FHIRPath, Environment Variables; FHIR, Using FHIRPath): those that <c>defineVariable</c> made, those the caller gave, and those
/// that are always there.
/// </summary>
internal static class VariableAccess
{
    public static Program Build(VariableExpression expression)
    {
        var name = expression.Name;
        return run => Push(run, name, expression.Offset);
    }

    /// <summary>Whether a name is taken, so that <c>defineVariable</c> may not take it.</summary>
    public static bool IsTaken(Evaluation run, string name) =>
        run.TryGetDefined(name, out _) || run.Context.Variables.ContainsKey(name) || name is "context" or "resource" or "rootResource" || Constant(name) is not null;

    private static void Push(Evaluation run, string name, int offset)
    {
        if (run.TryGetDefined(name, out var items))
        {
            run.Push(items);
            return;
        }

        if (run.Context.Variables.TryGetValue(name, out var value))
        {
            if (!value.IsAvailable)
            {
                run.NoteUnavailable(name);
            }

            run.Push(value.Items);
            return;
        }

        switch (name)
        {
            case "context":
                if (run.HasStart)
                {
                    run.Push(run.Start);
                }

                break;
            case "resource":
                PushNode(run, run.Context.Resource.Exists ? run.Context.Resource : Resource(run));
                break;
            case "rootResource":
                PushNode(run, run.Context.RootResource.Exists ? run.Context.RootResource : RootResource(run));
                break;
            default:
                run.Push(Item.Of(Constant(name) ?? throw new EvaluationException(FhirPathIssues.UnknownVariable, offset, name)));
                break;
        }
    }

    private static string? Constant(string name) => name switch
    {
        "ucum" => "http://unitsofmeasure.org",
        "sct" => "http://snomed.info/sct",
        "loinc" => "http://loinc.org",
        ['v', 's', '-', .. var valueSet] => "http://hl7.org/fhir/ValueSet/" + valueSet,
        ['e', 'x', 't', '-', .. var extension] => "http://hl7.org/fhir/StructureDefinition/" + extension,
        _ => null,
    };

    private static void PushNode(Evaluation run, Node node)
    {
        if (node.Exists)
        {
            run.Push(run.HasStart && run.Start.IsNode && run.Start.Node == node ? run.Start : Item.Of(node));
        }
    }

    /// <summary>The resource that the starting point is in, or is.</summary>
    private static Node Resource(Evaluation run)
    {
        if (!run.HasStart || !run.Start.IsNode)
        {
            return default;
        }

        var node = run.Start.Node;
        while (!Resources.IsResource(node) && node.Parent.Exists)
        {
            node = node.Parent;
        }

        return node;
    }

    /// <summary>The resource that the resource is contained in, if it is; a Bundle does not contain in this sense.</summary>
    private static Node RootResource(Evaluation run)
    {
        var resource = Resource(run);
        return resource.Exists ? Resources.Container(resource) : resource;
    }
}
