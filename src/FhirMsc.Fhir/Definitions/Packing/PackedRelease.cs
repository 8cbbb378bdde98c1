namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>The pack of one release.</summary>
/// <param name="Release">The release.</param>
/// <param name="Pack">The bytes of the file.</param>
/// <param name="Structures">How many structures are in it.</param>
/// <param name="ValueSets">How many value sets.</param>
/// <param name="CodeSystems">How many code systems.</param>
public sealed record PackedRelease(FhirRelease Release, ReadOnlyMemory<byte> Pack, int Structures, int ValueSets, int CodeSystems)
{
    /// <summary>Name of its file: <c>r4.pack</c>.</summary>
    public string FileName => $"{Release.Name.ToLowerInvariant()}.pack";
}
