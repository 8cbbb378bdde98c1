using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// A differential as a tree. An element belongs below the last element before it that its path continues (https://hl7.org/fhir/R4/profiling.html#slicing:
/// what is said of the content of a slice stands behind the slice), unless its id names another slice; steps in between that the differential leaves out are
/// implied.
/// </summary>
internal sealed class DifferentialTree(SnapshotReport report)
{
    /// <summary>The tree.</summary>
    /// <param name="differential">The elements.</param>
    /// <param name="root">First step of all paths.</param>
    public DifferentialNode Build(IReadOnlyList<ElementDefinition> differential, string root)
    {
        var top = new DifferentialNode { Index = 0, Path = root };
        List<DifferentialNode> open = [top];
        for (var i = 0; i < differential.Count; i++)
        {
            var element = differential[i];
            var steps = element.Path.Split('.');
            if (steps[0] != root || steps.Contains(string.Empty, StringComparer.Ordinal))
            {
                report.Add(SnapshotIssues.BadPath, i, "path", element.Path, root);
            }
            else if (steps.Length > SnapshotLimits.Depth)
            {
                report.Add(SnapshotIssues.TooDeep, i, "path", element.Path, SnapshotLimits.Depth);
            }
            else if (steps.Length == 1)
            {
                Fill(top, element, i);
                open.RemoveRange(1, open.Count - 1);
            }
            else
            {
                Place(open, names, steps, element, i);
            }
        }

        return top;
    }

    /// <summary>Names of the nodes that are open, beside them: a node does not know under which name it hangs.</summary>
    private readonly List<string> names = [string.Empty];

    private void Place(List<DifferentialNode> open, List<string> names, string[] steps, ElementDefinition element, int index)
    {
        var depth = 1;
        var slices = new IdSlices(element, steps);
        while (depth < steps.Length - 1 && depth < open.Count && names[depth] == steps[depth] && slices.Fit(depth, open[depth]))
        {
            depth++;
        }

        open.RemoveRange(depth, open.Count - depth);
        names.RemoveRange(depth, names.Count - depth);
        for (; depth < steps.Length - 1; depth++)
        {
            var group = open[^1].Group(steps[depth]);
            var path = $"{open[^1].Path}.{steps[depth]}";
            var named = slices[depth] is { } name ? group.Slice(name) ?? group.Add(new DifferentialNode { Index = index, Path = path, SliceName = name, IdSlice = name }) : null;
            open.Add(named ?? (group.Slices.Count > 0 ? group.Slices[^1] : group.Unsliced ??= new DifferentialNode { Index = index, Path = path }));
            names.Add(steps[depth]);
        }

        open.Add(Node(open[^1].Group(steps[^1]), element, index, slices[steps.Length - 1]));
        names.Add(steps[^1]);
    }

    private DifferentialNode Node(DifferentialGroup group, ElementDefinition element, int index, string? idSlice)
    {
        if (element.SliceName is not { } slice)
        {
            group.Unsliced ??= new DifferentialNode { Index = index, Path = element.Path };
            Fill(group.Unsliced, element, index);
            return group.Unsliced;
        }

        var node = group.Slice(slice) ?? group.Add(new DifferentialNode { Index = index, SliceName = slice, IdSlice = idSlice ?? slice, Path = element.Path });
        Fill(node, element, index);
        return node;
    }

    private void Fill(DifferentialNode node, ElementDefinition element, int index)
    {
        if (node.Element is null)
        {
            node.Element = element;
        }
        else
        {
            report.Add(SnapshotIssues.Duplicate, index, "path", node);
        }
    }
}
