namespace FhirMsc.Publishing.Searching;

/// <summary>A part of a composite search parameter.</summary>
/// <param name="Kind">How values of the part are compared.</param>
/// <param name="Expression">FHIRPath from what the composite parameter finds to the values.</param>
public sealed record SearchComponent(SearchKind Kind, string Expression);
