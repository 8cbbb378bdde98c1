namespace FhirMsc.Fhir.Issues;

/// <summary>How bad an issue is: the four codes of FHIR's <c>issue-severity</c>, worst first.</summary>
public enum Severity
{
    /// <summary>Processing stopped here: nothing behind this place was looked at.</summary>
    Fatal,

    /// <summary>A rule is broken.</summary>
    Error,

    /// <summary>Legal, but likely not what was meant, or something that could not be checked.</summary>
    Warning,

    /// <summary>Worth knowing; nothing to do.</summary>
    Information,
}
