namespace FhirMsc.Fhir.Json;

/// <summary>How far <see cref="JsonScanner.TryMember"/> has come.</summary>
internal enum JsonMember
{
    /// <summary>Nowhere.</summary>
    Unknown,

    /// <summary>Past a name and its colon.</summary>
    Name,

    /// <summary>Past a name that was not met before, and its value, which is a string without escapes.</summary>
    Text,
}
