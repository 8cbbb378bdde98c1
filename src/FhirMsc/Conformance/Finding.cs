using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance;

/// <summary>One issue in one resource, with the line of the content that produced the element, where the resource is one of ours.</summary>
/// <param name="Resource">File name or reference of the resource.</param>
/// <param name="Issue">What is wrong, and where in the resource.</param>
/// <param name="Origin">Where the element comes from; <see langword="null"/> for resources that were not generated here.</param>
public sealed record Finding(string Resource, Issue Issue, Origin? Origin);
