using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>What came of making a snapshot.</summary>
/// <param name="Structure">The structure with its snapshot; <see langword="null"/> if none could be made. With errors among the issues, it is the best that could be made of the differential.</param>
/// <param name="Issues">What is wrong with the differential. The paths are FHIRPaths in the StructureDefinition.</param>
public sealed record SnapshotResult(StructureDefinition? Structure, IReadOnlyList<Issue> Issues);
