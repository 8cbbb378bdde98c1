namespace FhirMsc.Fhir.Definitions;

/// <summary>What sort of type a <see cref="TypeDefinition"/> is.</summary>
public enum TypeKind
{
    /// <summary>A primitive data type.</summary>
    Primitive,

    /// <summary>A complex data type, <c>Element</c> and its abstract relatives included.</summary>
    Complex,

    /// <summary>A resource.</summary>
    Resource,

    /// <summary>A logical model.</summary>
    Logical,

    /// <summary>A type that a resource or data type defines inside itself, such as <c>Observation.component</c>.</summary>
    Backbone,
}
