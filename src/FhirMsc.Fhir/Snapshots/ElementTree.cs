using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>A snapshot as a tree. Elements that do not fit under the root are left out: a snapshot that is broken gives what can be had of it.</summary>
internal static class ElementTree
{
    /// <summary>The tree; <see langword="null"/> for a snapshot without elements.</summary>
    public static ElementNode? Build(IReadOnlyList<ElementDefinition> snapshot)
    {
        if (snapshot.Count == 0)
        {
            return null;
        }

        var next = 1;
        return Read(snapshot, snapshot[0], ref next, 0);
    }

    private static ElementNode Read(IReadOnlyList<ElementDefinition> snapshot, ElementDefinition element, ref int next, int depth)
    {
        List<Open> children = [];
        while (next < snapshot.Count && IsBelow(snapshot[next].Path, element.Path))
        {
            var child = snapshot[next++];
            var name = child.Path[(element.Path.Length + 1)..];
            if (name.Contains('.', StringComparison.Ordinal) || depth >= SnapshotLimits.Depth)
            {
                continue;
            }

            var node = Read(snapshot, child, ref next, depth + 1);
            if (child.SliceName is not null && children.Count > 0 && children[^1].Node.Name == name)
            {
                children[^1].Slices.Add(node);
            }
            else
            {
                children.Add(new Open(node, []));
            }
        }

        return new ElementNode
        {
            // Where a snapshot does not say what the element was at first, it was what it is.
            Element = element.Base is null ? element with { Base = new ElementBase(element.Path, element.Min, element.Max) } : element,
            Name = ElementNode.NameOf(element.Path),
            Children = children.Count == 0 ? [] : [.. children.Select(child => child.Slices.Count == 0 ? child.Node : child.Node with { Slices = Nest(child.Slices) })],
        };
    }

    /// <summary>Hangs slices of slices (<c>a/b</c> behind <c>a</c>) below the slice they are of (ElementDefinition.sliceName: the slash says what is resliced).</summary>
    private static List<ElementNode> Nest(List<ElementNode> slices)
    {
        if (!slices.Exists(slice => slice.Element.SliceName!.Contains('/', StringComparison.Ordinal)))
        {
            return slices;
        }

        List<ElementNode> nested = [];
        for (var i = 0; i < slices.Count;)
        {
            var slice = slices[i++];
            List<ElementNode> below = [];
            while (i < slices.Count && slices[i].Element.SliceName!.StartsWith(slice.Element.SliceName + "/", StringComparison.Ordinal))
            {
                below.Add(slices[i++]);
            }

            nested.Add(below.Count == 0 ? slice : slice with { Slices = Nest(below) });
        }

        return nested;
    }

    private static bool IsBelow(string path, string parent) => path.Length > parent.Length && path[parent.Length] == '.' && path.StartsWith(parent, StringComparison.Ordinal);

    private sealed record Open(ElementNode Node, List<ElementNode> Slices);
}
