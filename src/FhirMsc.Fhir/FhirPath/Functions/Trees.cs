using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Tree navigation. Types of the nodes are left for whoever asks for them.</summary>
internal static class Trees
{
    public static Transform Children(FunctionCall call) => static (run, start) =>
    {
        var end = run.Top;
        for (var i = start; i < end; i++)
        {
            PushChildren(run, i);
        }

        run.MoveDown(start, end);
    };

    /// <summary>Level by level: children that are found become the next to be looked at.</summary>
    public static Transform Descendants(FunctionCall call) => static (run, start) =>
    {
        var end = run.Top;
        for (var i = start; i < run.Top; i++)
        {
            PushChildren(run, i);
        }

        run.MoveDown(start, end);
    };

    private static void PushChildren(Evaluation run, int at)
    {
        run.Step();
        if (!run[at].IsNode)
        {
            return;
        }

        var tree = run[at].Tree;
        var nodes = tree.Nodes;
        for (var child = nodes[run[at].Index].FirstChild; child != 0; child = nodes[child].NextSibling)
        {
            if (nodes[child].Name != NameTable.Fhir.ResourceType)
            {
                run.PushNode(tree, child, null);
            }
        }
    }
}
