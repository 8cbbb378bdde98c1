namespace FhirMsc.Fhir.Terminology;

/// <summary>Whether a code is in a value set. "Cannot tell" is an answer of its own: content that is not at hand must not look like "no".</summary>
public enum Membership
{
    /// <summary>The code is not in the value set.</summary>
    No,

    /// <summary>The code is in the value set.</summary>
    Yes,

    /// <summary>The definitions at hand don't say.</summary>
    CannotTell,
}
