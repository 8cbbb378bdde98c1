using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// Slices that only the ids of elements below them name. If the base has such a slice, or it is one of a choice's types, that is what is meant; else the
/// path decides, and what is said is said of the element as such.
/// </summary>
internal sealed class ImpliedSlices(SnapshotReport report)
{
    /// <summary>Sorts out what is no slice.</summary>
    /// <param name="node">The element in the base.</param>
    /// <param name="unsliced">What is said of it as such.</param>
    /// <param name="slices">What is said of slices, or of what ids take for slices.</param>
    public (DifferentialNode? Unsliced, List<DifferentialNode> Slices) Sort(ElementNode node, DifferentialNode? unsliced, List<DifferentialNode> slices)
    {
        var known = node.Slices.Select(slice => slice.Element.SliceName).ToHashSet(StringComparer.Ordinal);
        var kept = slices.FindAll(slice => slice.Element is not null || known.Contains(slice.SliceName) || TypeSlices.ShortcutType(node.Element, node.Name, slice.SliceName!) is not null);
        var others = slices.Except(kept).ToList();
        if (others.Count == 0)
        {
            return (unsliced, slices);
        }

        var plain = new DifferentialNode { Index = Math.Min(others[0].Index, unsliced?.Index ?? int.MaxValue), Path = others[0].Path, Element = unsliced?.Element };
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in unsliced?.Groups ?? [])
        {
            names.Add(group.Name);
            plain.Groups.Add(group);
        }

        foreach (var slice in others)
        {
            report.Add(SnapshotIssues.UnknownSlice, slice.Index, "id", slice.Path, slice.SliceName);
            foreach (var group in slice.Groups)
            {
                if (names.Add(group.Name))
                {
                    plain.Groups.Add(group);
                }
                else
                {
                    report.Add(SnapshotIssues.Duplicate, group.Index, "path", $"{slice.Path}.{group.Name}");
                }
            }
        }

        return (plain, kept);
    }
}
