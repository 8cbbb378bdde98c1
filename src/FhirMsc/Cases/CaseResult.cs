using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Cases;

/// <summary>What came of one case in one release.</summary>
/// <param name="Case">The case.</param>
/// <param name="Release">The release of FHIR.</param>
/// <param name="Faults">In what the answer differs from the one expected; empty if in nothing.</param>
public sealed record CaseResult(DecisionCase Case, FhirRelease Release, IReadOnlyList<string> Faults)
{
    /// <summary>Whether the answer was the one expected.</summary>
    public bool IsRight => Faults.Count == 0;
}
