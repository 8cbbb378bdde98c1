namespace FhirMsc.Content.Logic;

/// <summary>Where an input comes from.</summary>
public enum InputSource
{
    /// <summary>A FHIR query: prefetched or fetched.</summary>
    Query,

    /// <summary>The orders the hook call is about: the selected ones of <c>order-select</c>, all draft orders of <c>order-sign</c>, none elsewhere.</summary>
    Orders,
}
