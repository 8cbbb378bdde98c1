namespace FhirMsc.Fhir.FhirPath.Ports;

/// <summary>An answer from outside. "Cannot tell" is one of its own: it makes the function's result empty and is noted in the <see cref="EvaluationResult"/>.</summary>
public enum Answer
{
    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>What is at hand does not say.</summary>
    CannotTell,
}
