namespace FhirMsc.Fhir.Definitions;

/// <summary>One name that an element may have below a type; choices have one for each of their types.</summary>
internal sealed class TypeChild(int number, ElementDefinition element, TypeReference? reference)
{
    /// <summary>Number of the name, see <see cref="Json.NameTable"/>.</summary>
    public int Number { get; } = number;

    public ElementDefinition Element { get; } = element;

    public TypeReference? Reference { get; } = reference;

    /// <summary>The type once somebody asked for it. Two threads may set it; both find the same object.</summary>
    public TypeDefinition? Type { get; set; }
}
