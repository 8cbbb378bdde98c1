namespace FhirMsc.Fhir.Json;

/// <summary>A property that <see cref="JsonParserPass"/> has met in an object, in one half or both: itself and the one with the underscore.</summary>
internal struct JsonProperty
{
    /// <summary>Number of the name, without the underscore.</summary>
    public int Name;

    /// <summary>Its node, or that of its first item; 0 for none.</summary>
    public int First;

    public bool HasValue;
    public bool HasShadow;
    public bool IsArray;
    public bool HasHoles;
}
