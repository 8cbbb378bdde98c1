namespace FhirMsc.Fhir.Json;

/// <summary>Facts about a node that its links and value don't tell.</summary>
[Flags]
internal enum NodeFlags : byte
{
    None = 0,

    /// <summary>The node was (or is to be written as) an item of a JSON array.</summary>
    ArrayItem = 1,

    /// <summary>The value's bytes hold JSON escapes (<c>\n</c>, <c>\u00e9</c>) and must be decoded before use.</summary>
    Escaped = 2,

    /// <summary>The node belongs to a primitive: its children (id, extension) stand in the property with the underscore.</summary>
    Primitive = 4,

    /// <summary>Both halves of a primitive have been met: the property itself and the one with the underscore.</summary>
    ShadowSeen = 8,

    /// <summary>The place-holder of a null in an array of primitives; must be filled by the other half.</summary>
    Hole = 16,

    /// <summary>An array stood directly inside an array; only plain JSON knows that.</summary>
    NestedArray = 32,

    /// <summary>An element that happens to be called <c>resourceType</c>, see <see cref="TypeElement"/>.</summary>
    Element = 64,
}
