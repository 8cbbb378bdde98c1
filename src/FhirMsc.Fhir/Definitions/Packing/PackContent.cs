namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>What goes into one pack, in the order of the URLs, each with the block it was given and its place there.</summary>
internal sealed record PackContent
{
    public required IReadOnlyList<PackItem<StructureDefinition>> Structures { get; init; }

    public required IReadOnlyList<PackItem<ValueSetDefinition>> ValueSets { get; init; }

    public required IReadOnlyList<PackItem<CodeSystemDefinition>> CodeSystems { get; init; }
}
