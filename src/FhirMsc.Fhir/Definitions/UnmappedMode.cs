namespace FhirMsc.Fhir.Definitions;

/// <summary>FHIR's <c>conceptmap-unmapped-mode</c>.</summary>
public enum UnmappedMode
{
    /// <summary>The target code is the source code (R4 <c>provided</c>, R5 <c>use-source-code</c>).</summary>
    SourceCode,

    /// <summary>One code for all.</summary>
    Fixed,

    /// <summary>Another map says.</summary>
    OtherMap,
}
