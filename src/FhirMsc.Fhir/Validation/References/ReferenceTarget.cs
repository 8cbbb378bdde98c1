using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.References;

/// <summary>Where a reference leads.</summary>
/// <param name="Node">The resource; a node that does not exist if it is not at hand.</param>
/// <param name="Mode">Where it is: contained, in the same Bundle, or elsewhere.</param>
internal readonly record struct ReferenceTarget(Node Node, AggregationModes Mode);
