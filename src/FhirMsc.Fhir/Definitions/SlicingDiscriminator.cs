namespace FhirMsc.Fhir.Definitions;

/// <summary>One thing to look at when an item is sorted into a slice.</summary>
/// <param name="Type">What to look at.</param>
/// <param name="Path">Where, in FHIR's restricted FHIRPath: <c>$this</c>, <c>code.coding</c>, <c>value.ofType(Quantity)</c>.</param>
public sealed record SlicingDiscriminator(DiscriminatorType Type, string Path);
