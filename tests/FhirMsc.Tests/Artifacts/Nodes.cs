using FhirMsc.Artifacts;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Tests.Artifacts;

/// <summary>Looks into generated resources.</summary>
internal static class Nodes
{
    public static Node Root(this Artifact artifact) => artifact.Tree.Root;

    /// <summary>The nodes at the end of a path of names, e.g. <c>action.condition.expression</c>.</summary>
    public static IReadOnlyList<Node> At(this Node node, string path) =>
        path.Split('.').Aggregate((IReadOnlyList<Node>)[node], (nodes, name) => [.. nodes.SelectMany(each => each.ChildrenNamed(name))]);

    /// <summary>The values at the end of a path.</summary>
    public static IReadOnlyList<string> Texts(this Node node, string path) => [.. node.At(path).Select(each => each.Text!)];

    /// <summary>The value at the end of a path that leads to one.</summary>
    public static string Text(this Node node, string path) => Assert.Single(node.Texts(path));

    /// <summary>The extensions of a node whose URL ends in a name.</summary>
    public static IReadOnlyList<Node> Extensions(this Node node, string name) =>
        [.. node.At("extension").Where(extension => extension.Text("url") == name || extension.Text("url").EndsWith('/' + name))];

    /// <summary>A node and all below it.</summary>
    public static IEnumerable<Node> All(this Node node) => node.Children.AsEnumerable().SelectMany(All).Prepend(node);
}
