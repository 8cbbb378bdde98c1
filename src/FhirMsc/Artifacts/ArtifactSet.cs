using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts;

/// <summary>Everything generated from one guideline for one release of FHIR. Nobody has checked it yet: see the Conformance room.</summary>
/// <param name="Guideline">Id of the guideline.</param>
/// <param name="Release">The release of FHIR that all resources are written in.</param>
/// <param name="Artifacts">The resources, ordered by type and id.</param>
public sealed record ArtifactSet(string Guideline, FhirRelease Release, IReadOnlyList<Artifact> Artifacts);
