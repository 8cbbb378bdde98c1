namespace FhirMsc.Fhir.Json;

/// <summary>What form a node's own value has. Children are a separate matter: a FHIR primitive may have both a value and children.</summary>
public enum NodeKind : byte
{
    /// <summary>No value of its own: an object, or a primitive that has only an id or extensions.</summary>
    None,

    /// <summary>Text.</summary>
    String,

    /// <summary>A number, kept digit for digit as written.</summary>
    Number,

    /// <summary>The boolean true.</summary>
    True,

    /// <summary>The boolean false.</summary>
    False,

    /// <summary>JSON null, kept only where <see cref="JsonLimits.KeepEmpty"/> asks for it; never in a FHIR resource.</summary>
    Null,

    /// <summary>An array without items, kept only where <see cref="JsonLimits.KeepEmpty"/> asks for it; never in a FHIR resource.</summary>
    EmptyArray,
}
