using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>A tree → the elements of a snapshot, each with its path and its id: the parent's, its name, and its slice name behind a colon (https://hl7.org/fhir/R4/elementdefinition.html#id).</summary>
internal sealed class SnapshotWriter(StructureDefinition structure)
{
    private readonly List<ElementDefinition> elements = [];
    private readonly bool isTypeProfile = structure.IsProfile && structure.Kind != StructureKind.Logical;

    /// <summary>Writes a tree.</summary>
    /// <param name="root">The root.</param>
    /// <param name="name">Name of the root, which is the first step of every path.</param>
    /// <returns>The elements; <see langword="null"/> if there are more than <see cref="SnapshotLimits.Elements"/>.</returns>
    public IReadOnlyList<ElementDefinition>? Write(ElementNode root, string name) => Write(root, name, name, 0) ? elements : null;

    /// <summary>
    /// In a profile, a content reference names the type's definition in full (R5, ElementDefinition.contentReference): the short form would mean the element
    /// of the profile, with all that the profile says of it.
    /// </summary>
    private static string Absolute(string reference) => string.Concat(SnapshotRun.CoreUrl, reference.AsSpan(1, Math.Max(reference.IndexOf('.', StringComparison.Ordinal), 1) - 1), reference);

    private bool Write(ElementNode node, string path, string id, int depth)
    {
        if (elements.Count >= SnapshotLimits.Elements || depth > 2 * SnapshotLimits.Depth)
        {
            return false;
        }

        var element = node.Element.Path == path && node.Element.Id == id ? node.Element : node.Element with { Path = path, Id = id };
        elements.Add(element.ContentReference is ['#', ..] && isTypeProfile ? element with { ContentReference = Absolute(element.ContentReference) } : element);
        foreach (var child in node.Children)
        {
            var (childPath, childId) = ($"{path}.{child.Name}", $"{id}.{child.Name}");
            var ownId = child.Element.SliceName is { } slice ? $"{childId}:{slice}" : childId;
            if (!Write(child, childPath, ownId, depth + 1) || !Slices(child, childPath, childId, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private bool Slices(ElementNode node, string path, string id, int depth)
    {
        foreach (var slice in node.Slices)
        {
            // The id of a slice of a slice has the whole name, a/b, behind the colon.
            if (!Write(slice, path, $"{id}:{slice.Element.SliceName}", depth) || !Slices(slice, path, id, depth))
            {
                return false;
            }
        }

        return true;
    }
}
