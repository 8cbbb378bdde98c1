using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>An element of a snapshot with its children and slices: the flat list as the tree it stands for.</summary>
internal sealed class SnapshotNode(ElementDefinition element)
{
    /// <summary>The definition.</summary>
    public ElementDefinition Element { get; } = element;

    /// <summary>The elements right below, slices left out.</summary>
    public List<SnapshotNode> Children { get; } = [];

    /// <summary>Its slices; those of a slice are under that one.</summary>
    public List<SnapshotNode> Slices { get; } = [];

    /// <summary>The only type, or null.</summary>
    public TypeReference? Type => Element.Types is [var only] ? only : null;

    /// <summary>Makes the tree.</summary>
    /// <param name="snapshot">The elements in order, the root first.</param>
    public static SnapshotNode Build(IReadOnlyList<ElementDefinition> snapshot)
    {
        var root = new SnapshotNode(snapshot[0]);
        var at = 1;
        root.Fill(snapshot, ref at);
        return root;
    }

    /// <summary>The child of a name without <c>[x]</c>, or null.</summary>
    public SnapshotNode? Child(string name) => Children.Find(child => child.Element.Name == name);

    /// <summary>The node with an id, itself if none is asked for; null if there is none.</summary>
    public SnapshotNode? Find(string? id)
    {
        if (id is null || Element.Id == id)
        {
            return this;
        }

        foreach (var below in Children.Concat(Slices))
        {
            if (below.Find(id) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private void Fill(IReadOnlyList<ElementDefinition> snapshot, ref int at)
    {
        while (at < snapshot.Count && IsBelow(snapshot[at].Path, Element.Path))
        {
            var element = snapshot[at++];
            var node = new SnapshotNode(element);
            var sliced = element.SliceName is null ? null : Children.FindLast(child => child.Element.Path == element.Path);
            (sliced is null ? Children : Home(sliced, element.SliceName!)).Add(node);
            node.Fill(snapshot, ref at);
        }
    }

    /// <summary>A slice named <c>a/b</c> is a slice of the slice <c>a</c>.</summary>
    private static List<SnapshotNode> Home(SnapshotNode sliced, string name)
    {
        var slash = name.LastIndexOf('/');
        return slash > 0 && FindSlice(sliced, name[..slash]) is { } outer ? outer.Slices : sliced.Slices;
    }

    private static SnapshotNode? FindSlice(SnapshotNode sliced, string name)
    {
        foreach (var slice in sliced.Slices)
        {
            if (slice.Element.SliceName == name || FindSlice(slice, name) is not null)
            {
                return slice.Element.SliceName == name ? slice : FindSlice(slice, name);
            }
        }

        return null;
    }

    private static bool IsBelow(string path, string parent) => path.Length > parent.Length && path[parent.Length] == '.' && path.StartsWith(parent, StringComparison.Ordinal);
}
