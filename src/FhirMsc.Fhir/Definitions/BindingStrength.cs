namespace FhirMsc.Fhir.Definitions;

/// <summary>How binding a value set is: FHIR's <c>binding-strength</c>, strongest first.</summary>
public enum BindingStrength
{
    /// <summary>The code must be from the value set.</summary>
    Required,

    /// <summary>The code must be from the value set if one there fits.</summary>
    Extensible,

    /// <summary>A code from the value set is encouraged.</summary>
    Preferred,

    /// <summary>The value set only shows what is meant.</summary>
    Example,
}
