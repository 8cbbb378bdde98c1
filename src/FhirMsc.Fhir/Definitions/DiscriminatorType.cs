namespace FhirMsc.Fhir.Definitions;

/// <summary>What tells slices apart: FHIR's <c>discriminator-type</c>.</summary>
public enum DiscriminatorType
{
    /// <summary>The value at the path: its fixed value, pattern or required binding.</summary>
    Value,

    /// <summary>Whether there is anything at the path.</summary>
    Exists,

    /// <summary>The pattern at the path; FHIR has since folded this into <see cref="Value"/>.</summary>
    Pattern,

    /// <summary>The type of what is at the path.</summary>
    Type,

    /// <summary>The profile that what is at the path conforms to.</summary>
    Profile,

    /// <summary>The position in the list (R5).</summary>
    Position,
}
