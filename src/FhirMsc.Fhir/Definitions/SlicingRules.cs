namespace FhirMsc.Fhir.Definitions;

/// <summary>What may stand beside the slices: FHIR's <c>resource-slicing-rules</c>.</summary>
public enum SlicingRules
{
    /// <summary>Anything, anywhere.</summary>
    Open,

    /// <summary>Nothing.</summary>
    Closed,

    /// <summary>Anything, but only behind the slices.</summary>
    OpenAtEnd,
}
