using FhirMsc.Artifacts.Citations;
using FhirMsc.Artifacts.Evidences;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases.R4;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Releases.R4B;

/// <summary>The forms of R4B (4.3.0): plans, activities and terminology as in R4; evidence and citations of its own, in an early form of R5's.</summary>
internal sealed class R4BForms : R4Forms
{
    /// <inheritdoc/>
    public override FhirRelease Release => FhirRelease.R4B;

    /// <inheritdoc/>
    public override string CitationType => "Citation";

    /// <inheritdoc/>
    protected override ICitationForms CitationForms { get; } = new R4BCitationForms();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Profiles(ArtifactKind kind) => R4BProfiles.Of(kind);

    /// <summary>CPG's profiles are for R4 only.</summary>
    public override Element MedicationOrder() => [];

    /// <inheritdoc/>
    public override Element Citation(Frame frame, CitationBody body) => new() { { "summary", [body.Summary] }, { "citedArtifact", body.CitedArtifact } };

    /// <inheritdoc/>
    public override Element Evidence(EvidenceBody body)
    {
        var evidence = new Element { { "note", body.Notes }, { "studyType", body.Design is null ? null : StudyDesigns.StudyType(body.Design) } };
        evidence.Take(body.Said.Members);
        return evidence;
    }

    /// <inheritdoc/>
    public override Element Variable(VariableBody body) => new()
    {
        { "note", body.Notes },
        { "characteristicCombination", body.AreAlternatives ? "union" : null },
        { "handling", body.Kind is null or OutcomeKind.Descriptive ? null : body.Kind.Value.ToString().ToLowerInvariant() },
        {
            "characteristic",
            body.Traits.Select(trait => new Element(trait.Origin)
            {
                { "description", trait.Description },
                { "definitionReference", trait.Group is null ? null : Datatypes.Reference(trait.Group) },
                { "definitionCodeableConcept", Datatypes.Words(trait.Concept) },
                {
                    "timeFromStart",
                    trait.TimeFrame is { } time
                        ? new Element(time.Origin) { { "description", Metadata.StudyWords.Describe(time) }, { "quantity", Datatypes.Quantity(time.Value, time.Unit, time.Origin) } }
                        : null
                },
            })
        },
    };
}
