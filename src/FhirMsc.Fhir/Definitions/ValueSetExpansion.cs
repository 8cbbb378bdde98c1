namespace FhirMsc.Fhir.Definitions;

/// <summary>The codes of a value set, listed.</summary>
/// <param name="Codes">The codes, in order.</param>
/// <param name="IsComplete">Whether these are all; if not, a code that is missing here may still be in the value set.</param>
public sealed record ValueSetExpansion(IReadOnlyList<ExpandedCode> Codes, bool IsComplete);
