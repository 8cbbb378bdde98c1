using System.Globalization;
using System.Text;

namespace FhirMsc.Fhir.Json;

/// <summary>Where a node is, as a FHIRPath over the names as written: <c>Patient.name[0].given[1]</c>.</summary>
public static class NodePath
{
    /// <summary>The path from the outermost node. It starts with the resource type, where there is one.</summary>
    public static string Of(Node node)
    {
        var chain = new Stack<Node>();
        for (; node.Exists; node = node.Parent)
        {
            chain.Push(node);
        }

        var root = chain.Pop();
        var path = new StringBuilder(root.ResourceType ?? (root.Name.Length > 0 ? root.Name : "$this"));
        foreach (var step in chain)
        {
            path.Append('.').Append(step.Name);
            if (step.IsArrayItem)
            {
                path.Append('[').Append(IndexOf(step).ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return path.ToString();
    }

    /// <summary>How many siblings of the same name stand before a node.</summary>
    public static int IndexOf(Node node)
    {
        var index = 0;
        if (!node.Parent.Exists)
        {
            return 0;
        }

        foreach (var sibling in node.Parent.Children)
        {
            if (sibling.Index == node.Index)
            {
                break;
            }

            index += sibling.NameNumber == node.NameNumber ? 1 : 0;
        }

        return index;
    }
}
