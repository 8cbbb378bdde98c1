using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Server;

/// <summary>What is published, in a further release of FHIR, for the resource endpoints.</summary>
/// <param name="Release">The release.</param>
/// <param name="Catalog">The catalog, made when it is first asked for; <see langword="null"/> inside if the content does not pass the gate in this release.</param>
public sealed record FurtherRelease(FhirRelease Release, Lazy<Catalog?> Catalog);
