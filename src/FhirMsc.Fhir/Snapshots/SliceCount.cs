using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Whether slices fit into their element: together they cannot be due more often than it is allowed.</summary>
internal static class SliceCount
{
    /// <summary>Reports slices that are due more often than their element is allowed. The least number of the element stays as stated: it need not repeat what the slices say.</summary>
    public static ElementNode Check(ElementNode node, int index, SnapshotReport report)
    {
        var total = 0L;
        foreach (var slice in node.Slices)
        {
            total += slice.Element.Min;
        }

        if (total > node.Element.Max)
        {
            report.Add(SnapshotIssues.SliceTotal, index, "min", node.Element.Path, total, node.Element.Max);
        }

        return node;
    }
}
