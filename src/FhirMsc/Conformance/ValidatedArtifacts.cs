using FhirMsc.Artifacts;

namespace FhirMsc.Conformance;

/// <summary>
/// An artifact set that has passed the gate. Only the gate can make one, and the catalog takes nothing else: publishing something that was
/// not validated does not compile.
/// </summary>
public sealed class ValidatedArtifacts
{
    internal ValidatedArtifacts(ArtifactSet set) => Set = set;

    /// <summary>The artifacts.</summary>
    public ArtifactSet Set { get; }
}
