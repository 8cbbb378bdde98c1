namespace FhirMsc.Suites;

/// <summary>What came of one case.</summary>
public enum CaseOutcome
{
    /// <summary>As expected.</summary>
    Passed,

    /// <summary>Not as expected.</summary>
    Failed,

    /// <summary>Not run, for the reason in the detail; not counted.</summary>
    Skipped,
}
