using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>How the items of an element are sorted into slices (https://hl7.org/fhir/R4/profiling.html#slicing). Immutable.</summary>
/// <param name="Slices">The slices in order, without the default one.</param>
/// <param name="Default">What holds for items that fit no slice (<c>@default</c>); null if nothing.</param>
/// <param name="Rules">What may stand beside the slices.</param>
/// <param name="IsOrdered">Whether items stand in the order of the slices.</param>
/// <param name="Profile">Canonical URL of the profile.</param>
internal sealed record SlicingSchema(SliceSchema[] Slices, SliceSchema? Default, SlicingRules Rules, bool IsOrdered, string Profile);
