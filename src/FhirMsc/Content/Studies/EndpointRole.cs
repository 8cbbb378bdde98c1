namespace FhirMsc.Content.Studies;

/// <summary>The codes of FHIR's <c>research-study-objective-type</c> that are used here.</summary>
public enum EndpointRole
{
    /// <summary>Primary.</summary>
    Primary,

    /// <summary>Secondary.</summary>
    Secondary,

    /// <summary>Exploratory.</summary>
    Exploratory,
}
