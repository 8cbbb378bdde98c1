namespace FhirMsc.Fhir.Json;

/// <summary>What <see cref="JsonParserPass"/> knows of the object that it is reading.</summary>
internal struct JsonObjectState
{
    /// <summary>Where its properties start.</summary>
    public int First;

    /// <summary>Finds its properties, once there are many.</summary>
    public Dictionary<int, int>? Table;

    /// <summary>See <see cref="TypeElement.OwnerIn"/>.</summary>
    public string? TypedChild;

    public bool HasHoles;
}
