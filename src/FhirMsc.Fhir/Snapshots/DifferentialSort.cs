using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Sorts one differential: level by level, in the order of the base's elements and, below those that it does not spell out, of their types'.</summary>
internal sealed class DifferentialSort
{
    private readonly SnapshotReport report = new();
    private readonly SnapshotRun run;
    private readonly StructureDefinition structure;
    private readonly List<ElementDefinition> sorted = [];

    public DifferentialSort(SnapshotGenerator generator, IDefinitionSource definitions, StructureDefinition structure)
    {
        (run, this.structure) = (new SnapshotRun(definitions, generator), structure);
    }

    public IReadOnlyList<ElementDefinition> Sort(IReadOnlyList<ElementDefinition> differential)
    {
        var rootName = differential[0].Path.Split('.')[0];
        var tree = new DifferentialTree(report).Build(differential, rootName);
        var root = structure.BaseDefinition is { } canonical ? run.TreeOf(run.Find(canonical, Issues.SnapshotIssues.UnknownBase, report, string.Empty, canonical)) : null;
        if (root is null || report.Issues.Count > 0)
        {
            // What cannot be placed would be lost: better unsorted than short.
            return differential;
        }

        Write(tree, root, new ContentWalk(run, report, structure));
        return sorted;
    }

    private void Write(DifferentialNode node, ElementNode? known, ContentWalk content)
    {
        if (node.Element is { } element)
        {
            sorted.Add(element);
        }

        if (node.Groups.Count == 0)
        {
            return;
        }

        var children = known is null ? [] : known.Children.Count > 0 ? known.Children : content.Enter(Typed(known.Element, node), node).Children ?? [];
        var table = new ChildNames(children);
        var placed = node.Groups.Select(group => (Group: group, At: table.Find(group.Name)));
        foreach (var (group, at) in placed.OrderBy(pair => pair.At < 0 ? int.MaxValue : pair.At))
        {
            var child = at < 0 ? null : children[at];
            if (group.Unsliced is { } unsliced)
            {
                Write(unsliced, Shortcut(child, group.Name), content);
            }

            foreach (var slice in group.Slices)
            {
                Write(slice, child?.Slices.FirstOrDefault(known => known.Element.SliceName == slice.SliceName) ?? Shortcut(child, group.Name), content);
            }
        }
    }

    private static ElementDefinition Typed(ElementDefinition element, DifferentialNode node) =>
        node.Element is { Types.Count: > 0 } stated ? element with { Types = stated.Types } : element;

    /// <summary>Below <c>valueQuantity</c> stands what a Quantity has.</summary>
    private static ElementNode? Shortcut(ElementNode? child, string name) =>
        child is not null && child.Name != name && TypeSlices.ShortcutType(child.Element, child.Name, name) is { } type
            ? child with { Children = [], Element = child.Element with { Types = [new TypeReference { Code = type }] } }
            : child;
}
