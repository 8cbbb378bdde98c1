namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>How a type holds codes (https://hl7.org/fhir/R4/terminologies.html#4.1): what a binding looks at.</summary>
internal enum CodedForm : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The value is the code.</summary>
    Code,

    /// <summary><c>Coding</c>.</summary>
    Coding,

    /// <summary><c>CodeableConcept</c>: any of its codings.</summary>
    Concept,

    /// <summary><c>Quantity</c>: the unit.</summary>
    Quantity,

    /// <summary><c>CodeableReference</c> (R5): its concept.</summary>
    ConceptOrReference,
}
