using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Cli.Snapshots;

/// <summary>A StructureDefinition that was named on the command line.</summary>
/// <param name="Name">Path as given.</param>
/// <param name="Resource">The resource as it was read.</param>
/// <param name="Structure">The structure.</param>
/// <param name="Issues">What is wrong with the file.</param>
internal sealed record SnapshotFile(string Name, Node Resource, StructureDefinition Structure, IReadOnlyList<Issue> Issues);
