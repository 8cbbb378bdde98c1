namespace FhirMsc.Fhir.Snapshots;

/// <summary>All that a differential says of one name below one element: of the element as such, and of its slices.</summary>
/// <param name="name">The name as the differential writes it: <c>value[x]</c>, <c>valueQuantity</c>.</param>
internal sealed class DifferentialGroup(string name)
{
    private readonly Dictionary<string, DifferentialNode> byName = new(StringComparer.Ordinal);

    public string Name => name;

    /// <summary>What it says of the element as such.</summary>
    public DifferentialNode? Unsliced { get; set; }

    /// <summary>What it says of slices, in order; slices of slices stand here too until they are sorted under theirs.</summary>
    public List<DifferentialNode> Slices { get; } = [];

    /// <summary>Number of the first element.</summary>
    public int Index => Math.Min(Unsliced?.Index ?? int.MaxValue, Slices.Count > 0 ? Slices[0].Index : int.MaxValue);

    public DifferentialNode? Slice(string slice) => byName.GetValueOrDefault(slice);

    public DifferentialNode Add(DifferentialNode slice)
    {
        byName.Add(slice.SliceName!, slice);
        Slices.Add(slice);
        return slice;
    }
}
