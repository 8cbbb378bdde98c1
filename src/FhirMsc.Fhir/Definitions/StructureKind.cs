namespace FhirMsc.Fhir.Definitions;

/// <summary>What a structure defines: FHIR's <c>structure-definition-kind</c>.</summary>
public enum StructureKind
{
    /// <summary>A primitive data type: a value that has, besides, an id and extensions.</summary>
    Primitive,

    /// <summary>A complex data type.</summary>
    Complex,

    /// <summary>A resource.</summary>
    Resource,

    /// <summary>A logical model.</summary>
    Logical,
}
