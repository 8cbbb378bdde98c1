using System.Globalization;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// Paths of many nodes of one tree, as <see cref="NodePath"/> spells them, in one walk: looking for each by itself would pass its siblings again and
/// again, and a text can be made to have a million of those.
/// </summary>
internal sealed class NodePaths
{
    private readonly NodeTree tree;
    private readonly Dictionary<int, string> paths = [];

    /// <param name="tree">The tree.</param>
    /// <param name="nodes">Numbers of the nodes that are asked for.</param>
    public NodePaths(NodeTree tree, IEnumerable<int> nodes)
    {
        this.tree = tree;
        var wanted = new HashSet<int>();
        foreach (var node in nodes)
        {
            for (var i = node; wanted.Add(i) && i != 0;)
            {
                i = tree.Nodes[i].Parent;
            }
        }

        paths.Add(0, NodePath.Of(tree.Root));
        var waiting = new Stack<int>([0]);
        while (waiting.TryPop(out var parent))
        {
            Below(parent, wanted, waiting);
        }
    }

    /// <summary>The path of a node; for one that has been dropped from the tree, its parent's.</summary>
    public string this[int node]
    {
        get
        {
            for (; ; node = tree.Nodes[node].Parent)
            {
                if (paths.TryGetValue(node, out var path))
                {
                    return path;
                }
            }
        }
    }

    private void Below(int parent, HashSet<int> wanted, Stack<int> waiting)
    {
        var nodes = tree.Nodes;
        var (name, index) = (-1, 0);
        for (var i = nodes[parent].FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            index = nodes[i].Name == name ? index + 1 : 0;
            name = nodes[i].Name;
            if (wanted.Contains(i))
            {
                var item = (nodes[i].Flags & NodeFlags.ArrayItem) != 0 ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : string.Empty;
                paths[i] = $"{paths[parent]}.{tree.NameOf(name)}{item}";
                if (nodes[i].FirstChild != 0)
                {
                    waiting.Push(i);
                }
            }
        }
    }
}
