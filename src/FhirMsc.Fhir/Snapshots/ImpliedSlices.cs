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
        List<DifferentialNode> kept = [];
        foreach (var slice in slices)
        {
            if (slice.Element is not null || node.Slices.Any(known => known.Element.SliceName == slice.SliceName) || TypeSlices.ShortcutType(node.Element, node.Name, slice.SliceName!) is not null)
            {
                kept.Add(slice);
                continue;
            }

            report.Add(SnapshotIssues.UnknownSlice, slice.Index, "id", slice.Path, slice.SliceName);
            var plain = new DifferentialNode { Index = Math.Min(slice.Index, unsliced?.Index ?? int.MaxValue), Path = slice.Path, Element = unsliced?.Element };
            plain.Groups.AddRange(unsliced?.Groups ?? []);
            plain.Groups.AddRange(slice.Groups.Where(group => !plain.Groups.Exists(other => other.Name == group.Name)));
            unsliced = plain;
        }

        return (unsliced, kept);
    }
}
