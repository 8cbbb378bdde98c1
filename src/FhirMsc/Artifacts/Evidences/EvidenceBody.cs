using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>An <c>Evidence</c> before it takes the shape of a release.</summary>
/// <param name="Said">What R4B and R5 say alike, in R5's element names: assertion, variables, statistics, certainty.</param>
/// <param name="Population">Reference to those it is about, as <c>EvidenceVariable</c>.</param>
/// <param name="Outcome">Reference to what was measured.</param>
internal sealed record EvidenceBody(Element Said, Element Population, Element Outcome)
{
    /// <summary>References to the arms, as <c>EvidenceVariable</c>.</summary>
    public IReadOnlyList<Element> Exposures { get; init; } = [];

    /// <summary>Design of the study; <see langword="null"/> for evidence that is of no study.</summary>
    public StudyDesign? Design { get; init; }

    /// <summary>Annotations.</summary>
    public IReadOnlyList<Element?> Notes { get; init; } = [];
}
