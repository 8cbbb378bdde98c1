using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>A place in a differential: an element, or a step on the way to one that the differential leaves out.</summary>
internal sealed class DifferentialNode
{
    private readonly Dictionary<string, DifferentialGroup> byName = new(StringComparer.Ordinal);

    /// <summary>The element; <see langword="null"/> for a step that is only implied.</summary>
    public ElementDefinition? Element { get; set; }

    /// <summary>Number of the first element here or below, in the order of the differential.</summary>
    public required int Index { get; init; }

    /// <summary>Name of the slice.</summary>
    public string? SliceName { get; init; }

    /// <summary>Name of the slice in the ids of the elements below; the slice name, but for ids that spell it otherwise.</summary>
    public string? IdSlice { get; init; }

    /// <summary>What stands right below, one group for each name, in order of first appearance.</summary>
    public List<DifferentialGroup> Groups { get; } = [];

    /// <summary>Slices of this slice.</summary>
    public List<DifferentialNode> Slices { get; } = [];

    /// <summary>The path that the differential uses, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>Path and slice name, for messages.</summary>
    public override string ToString() => SliceName is null ? Path : $"{Path}:{SliceName}";

    /// <summary>The group of a name, made if there is none.</summary>
    public DifferentialGroup Group(string name)
    {
        if (!byName.TryGetValue(name, out var group))
        {
            group = new DifferentialGroup(name);
            byName.Add(name, group);
            Groups.Add(group);
        }

        return group;
    }
}
