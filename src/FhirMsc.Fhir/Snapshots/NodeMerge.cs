using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Lays the tree of a differential over the tree of its base, node by node.</summary>
internal sealed class NodeMerge
{
    private readonly SnapshotReport report;
    private readonly StructureDefinition structure;
    private readonly ElementMerge elements;
    private readonly ContentWalk content;
    private readonly SliceMerge slices;
    private readonly ProfileTemplate templates;
    private int applied;

    public NodeMerge(SnapshotRun run, SnapshotReport report, StructureDefinition structure)
    {
        (this.report, this.structure) = (report, structure);
        elements = new ElementMerge(run, report, structure);
        content = new ContentWalk(run, report, structure);
        templates = new ProfileTemplate(run, report, structure);
        slices = new SliceMerge(this, report);
    }

    /// <summary>The whole tree.</summary>
    public ElementNode Root(ElementNode root, DifferentialNode changes)
    {
        if (!structure.IsProfile && structure.Kind != StructureKind.Logical)
        {
            // The root of a type was first defined here (https://hl7.org/fhir/R4/elementdefinition-definitions.html#ElementDefinition.base).
            root = root with { Element = root.Element with { Base = new ElementBase(changes.Path, 0, int.MaxValue) } };
        }

        return Apply(root, changes) with { Name = changes.Path };
    }

    /// <summary>A node with what the differential says of it and of all below it. Slices stay as they are.</summary>
    /// <param name="node">The node in the base.</param>
    /// <param name="changes">What the differential says.</param>
    /// <param name="inSlice">Whether it is a slice, or spelt out below one.</param>
    /// <param name="sliced">Whether the base slices the element already, or has the element that it is a new slice of sliced.</param>
    public ElementNode Apply(ElementNode node, DifferentialNode changes, bool inSlice = false, bool sliced = false)
    {
        if (++applied > SnapshotLimits.Elements)
        {
            // Slices times content can be far more than the differential has elements.
            report.AddAt(SnapshotIssues.TooLarge, "StructureDefinition.differential", structure.Url, SnapshotLimits.Elements);
            return node;
        }

        var element = changes.Element is { } stated
            ? elements.Merge(node.Element, templates.For(node.Element, stated, changes, sliced || node.Element.Slicing is not null), stated, changes)
            : node.Element;
        templates.Root ??= element;
        var children = node.Children;
        if (changes.Groups.Count > 0)
        {
            if (children.Count == 0 && changes.Path.Contains('.', StringComparison.Ordinal))
            {
                (element, var below) = content.Enter(element, changes);
                if (below is null)
                {
                    return node with { Element = element };
                }

                children = below;
                inSlice = false;
            }

            children = Children(children, changes, inSlice);
        }

        return node with { Element = element, Children = children };
    }

    private List<ElementNode> Children(IReadOnlyList<ElementNode> children, DifferentialNode changes, bool inSlice)
    {
        var table = new ChildNames(children);
        var found = new List<DifferentialGroup>?[children.Count];
        List<ElementNode> added = [];
        var last = -1;
        foreach (var group in changes.Groups)
        {
            var at = table.Find(group.Name);
            if (at >= 0)
            {
                (found[at] ??= []).Add(group);
                if (at < last)
                {
                    report.Add(SnapshotIssues.Order, group.Index, "path", $"{changes.Path}.{group.Name}");
                }

                last = Math.Max(at, last);
            }
            else if (!structure.IsProfile)
            {
                added.Add(New(group));
            }
            else
            {
                report.Add(SnapshotIssues.UnknownElement, group.Index, "path", $"{changes.Path}.{group.Name}", structure.BaseDefinition);
            }
        }

        List<ElementNode> result = new(children.Count + added.Count);
        for (var i = 0; i < children.Count; i++)
        {
            result.Add(found[i] is { } groups ? slices.Merge(children[i], groups, inSlice) : children[i]);
        }

        result.AddRange(added);
        return result;
    }

    /// <summary>An element that a new type adds to its base: it is its own base, and has what its type has.</summary>
    private ElementNode New(DifferentialGroup group)
    {
        var changes = group.Unsliced ?? group.Slices[0];
        var stated = changes.Element ?? new ElementDefinition { Path = changes.Path, Id = changes.Path };
        var node = new ElementNode
        {
            Name = group.Name,
            Element = new ElementDefinition
            {
                Path = stated.Path,
                Id = stated.Path,
                Types = stated.Types,
                Constraints = content.ConstraintsOf(stated),
                Base = new ElementBase(stated.Path, stated.Min, stated.Max),
                Representation = stated.Representation,
            },
        };
        return slices.Merge(node, [group], inSlice: false);
    }
}
