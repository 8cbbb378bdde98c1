namespace FhirMsc.Fhir.Definitions;

/// <summary>One type that an element may have, as <c>ElementDefinition.type</c> states it.</summary>
public sealed record TypeReference
{
    /// <summary>The code as stated: a type name (<c>HumanName</c>) or a URL (<c>http://hl7.org/fhirpath/System.String</c>, a logical model).</summary>
    public required string Code { get; init; }

    /// <summary>The FHIR type of an element whose code is a FHIRPath system type (extension <c>structuredefinition-fhir-type</c>).</summary>
    public string? FhirType { get; init; }

    /// <summary>
    /// Profiles, one of which the value must conform to; empty means any. Behind <c>#</c> stands the id of an element of the profile, if that is meant
    /// (extension <c>elementdefinition-profile-element</c>).
    /// </summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>For references and canonicals: profiles, one of which the target must conform to; empty means any.</summary>
    public IReadOnlyList<string> TargetProfiles { get; init; } = [];

    /// <summary>Where the target may be.</summary>
    public AggregationModes Aggregation { get; init; }

    /// <summary>Whether the reference names a version.</summary>
    public ReferenceVersioning Versioning { get; init; }

    /// <summary>Regular expression for the text of a primitive (extension <c>regex</c>).</summary>
    public string? Regex { get; init; }

    /// <summary>Name of the FHIR type: the code, or what stands behind a system type (<c>System.String</c> without more is <c>string</c>).</summary>
    public string TypeName => FhirType ?? (IsSystemType ? char.ToLowerInvariant(Code[SystemPrefix.Length]) + Code[(SystemPrefix.Length + 1)..] : Code);

    /// <summary>Whether the code is a FHIRPath system type.</summary>
    public bool IsSystemType => Code.Length > SystemPrefix.Length && Code.StartsWith(SystemPrefix, StringComparison.Ordinal);

    /// <summary>What codes of FHIRPath system types start with.</summary>
    internal const string SystemPrefix = "http://hl7.org/fhirpath/System.";
}
