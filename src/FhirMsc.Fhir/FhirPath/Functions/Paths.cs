using System.Globalization;
using System.Text;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, <c>pathname</c>: where the items are in the resource that the evaluation started in.</summary>
internal static class Paths
{
    /// <summary>Values that were worked out and items of other resources have no path here and are left out.</summary>
    public static Transform Pathname(FunctionCall call)
    {
        var brief = call.Optional(0);
        return (run, start) =>
        {
            var end = run.Top;
            brief?.Invoke(run);
            var isShort = run.Boolean(end, call.Offset, "pathname()") == true;
            run.Drop(end);
            var kept = start;
            for (var i = start; i < end; i++)
            {
                run.Step(16);
                if (run[i].IsNode && run.HasStart && run.Start.IsNode && ReferenceEquals(run[i].Tree, run.Start.Tree))
                {
                    run[kept++] = Item.Of(Of(run, run[i].Node, isShort));
                }
            }

            run.Drop(kept);
        };
    }

    /// <summary>Names as FHIRPath has them, choices without their type; in the short form an index only where an element may repeat.</summary>
    private static string Of(Evaluation run, Node node, bool isShort)
    {
        var chain = new Stack<Node>();
        for (; node.Parent.Exists; node = node.Parent)
        {
            chain.Push(node);
        }

        var path = new StringBuilder(node.ResourceType ?? run.TypeOf(Item.Of(node))?.Name ?? "$this");
        foreach (var step in chain)
        {
            var definition = run.Types?.DefinitionOf(step.Tree, step.Index);
            path.Append('.').Append(definition?.Name ?? step.Name);
            if (!isShort || (step.IsArrayItem && definition is not { Max: 1 }))
            {
                path.Append('[').Append(NodePath.IndexOf(step).ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return path.ToString();
    }
}
