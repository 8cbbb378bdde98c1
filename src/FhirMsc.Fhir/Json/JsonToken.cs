namespace FhirMsc.Fhir.Json;

/// <summary>What a <see cref="JsonScanner"/> stands on.</summary>
internal enum JsonToken : byte
{
    /// <summary>Nothing yet, or the end of an object or array.</summary>
    None,

    /// <summary>The opening brace of an object.</summary>
    Object,

    /// <summary>The opening bracket of an array.</summary>
    Array,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The literal true.</summary>
    True,

    /// <summary>The literal false.</summary>
    False,

    /// <summary>The literal null.</summary>
    Null,
}
