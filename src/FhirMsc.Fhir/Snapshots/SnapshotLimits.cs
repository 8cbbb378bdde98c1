namespace FhirMsc.Fhir.Snapshots;

/// <summary>What is refused, so that no structure takes unbounded time or memory.</summary>
internal static class SnapshotLimits
{
    /// <summary>Greatest number of elements in a snapshot; the largest published ones have a few thousand.</summary>
    public const int Elements = 100_000;

    /// <summary>Greatest number of steps in a path.</summary>
    public const int Depth = 64;

    /// <summary>Greatest number of structures that need one another's snapshots, one inside the other.</summary>
    public const int Chain = 40;
}
