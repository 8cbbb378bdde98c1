namespace FhirMsc.Publishing.Searching;

/// <summary>A search parameter of one resource type, as a release of FHIR defines it.</summary>
/// <param name="Type">The resource type.</param>
/// <param name="Code">Its name in a query.</param>
/// <param name="Kind">How values are compared.</param>
/// <param name="Url">Canonical URL of its definition.</param>
/// <param name="Targets">For references, the types that may be referred to.</param>
/// <param name="Expression">FHIRPath from the resource to the values.</param>
public sealed record SearchParameter(string Type, string Code, SearchKind Kind, string Url, IReadOnlyList<string> Targets, string Expression)
{
    /// <summary>The parts of a composite parameter, in the order of their values; empty for others.</summary>
    public IReadOnlyList<SearchComponent> Components { get; init; } = [];
}
