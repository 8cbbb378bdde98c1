using FhirMsc.Content;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Releases;

/// <summary>A concept and how it relates to concepts of one other code system.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Display">What it is called.</param>
/// <param name="Mappings">The relations, at least one.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record MappedConcept(string Code, string Display, IReadOnlyList<Mapping> Mappings, Origin Origin);
