namespace FhirMsc.Fhir.Definitions;

/// <summary>How a structure stands to its base: FHIR's <c>type-derivation-rule</c>.</summary>
public enum StructureDerivation
{
    /// <summary>It has no base.</summary>
    None,

    /// <summary>It defines a new type that adds elements to its base.</summary>
    Specialization,

    /// <summary>It is a profile: it only narrows its base.</summary>
    Constraint,
}
