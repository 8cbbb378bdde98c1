namespace FhirMsc.Fhir.Definitions;

/// <summary>How a target concept stands to its source: R5's <c>concept-map-relationship</c>, to which R4's <c>concept-map-equivalence</c> is brought.</summary>
public enum ConceptRelationship
{
    /// <summary>They have to do with each other; how is not said.</summary>
    RelatedTo,

    /// <summary>They mean the same.</summary>
    Equivalent,

    /// <summary>The source is narrower than the target.</summary>
    SourceIsNarrower,

    /// <summary>The source is broader than the target.</summary>
    SourceIsBroader,

    /// <summary>They surely do not mean the same.</summary>
    NotRelatedTo,
}
