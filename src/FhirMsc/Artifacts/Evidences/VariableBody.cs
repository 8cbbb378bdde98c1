using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>An <c>EvidenceVariable</c> before it takes the shape of a release.</summary>
/// <param name="Traits">What defines it.</param>
internal sealed record VariableBody(IReadOnlyList<Trait> Traits)
{
    /// <summary>What kind of variable it is, for outcomes.</summary>
    public OutcomeKind? Kind { get; init; }

    /// <summary>Whether its traits are alternatives, as with a list of harms; otherwise all of them hold together.</summary>
    public bool AreAlternatives { get; init; }

    /// <summary>Annotations.</summary>
    public IReadOnlyList<Element?> Notes { get; init; } = [];
}
