namespace FhirMsc.Content;

/// <summary>The codes of R4's <c>concept-map-equivalence</c> that are used here; R5 knows them as relationships.</summary>
public enum MappingEquivalence
{
    /// <summary>Same meaning (R5 <c>equivalent</c>).</summary>
    Equivalent,

    /// <summary>The target is broader (R5 <c>source-is-narrower-than-target</c>).</summary>
    Wider,

    /// <summary>The target is narrower (R5 <c>source-is-broader-than-target</c>).</summary>
    Narrower,

    /// <summary>The meanings overlap (R5 <c>related-to</c>).</summary>
    Inexact,

    /// <summary>Nothing there corresponds (R5 <c>noMap</c>).</summary>
    Unmatched,
}
