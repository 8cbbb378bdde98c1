using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// An element of a snapshot with what stands below it and its slices. A tree is immutable once built, so that trees share whatever they have in common;
/// paths and ids are those of the structure an element came from, until <see cref="SnapshotWriter"/> gives each its own.
/// </summary>
internal sealed record ElementNode
{
    /// <summary>The element.</summary>
    public required ElementDefinition Element { get; init; }

    /// <summary>Last step of its path.</summary>
    public required string Name { get; init; }

    /// <summary>The elements right below it, without slices.</summary>
    public IReadOnlyList<ElementNode> Children { get; init; } = [];

    /// <summary>Its slices, in order; a slice of a slice hangs below that.</summary>
    public IReadOnlyList<ElementNode> Slices { get; init; } = [];

    /// <summary>Last step of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>The node at a path below this one, given as steps; unsliced elements only.</summary>
    public ElementNode? Find(ReadOnlySpan<string> steps)
    {
        if (steps.IsEmpty)
        {
            return this;
        }

        foreach (var child in Children)
        {
            if (child.Name == steps[0])
            {
                return child.Find(steps[1..]);
            }
        }

        return null;
    }
}
