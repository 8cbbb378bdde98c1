namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>What came of an invariant.</summary>
internal enum InvariantOutcome
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold.</summary>
    Broken,

    /// <summary>It does not hold as far as can be told, but something it asks for is not at hand.</summary>
    Untold,

    /// <summary>The expression is wrong or could not be evaluated.</summary>
    Failed,
}
