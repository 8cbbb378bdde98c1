namespace FhirMsc.Fhir.Definitions;

/// <summary>Where the target of a reference may be: FHIR's <c>resource-aggregation-mode</c>.</summary>
[Flags]
public enum AggregationModes
{
    /// <summary>Nothing is said: anywhere.</summary>
    None = 0,

    /// <summary>Contained in the resource.</summary>
    Contained = 1,

    /// <summary>Somewhere else.</summary>
    Referenced = 2,

    /// <summary>In the same Bundle.</summary>
    Bundled = 4,
}
