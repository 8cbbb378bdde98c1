namespace FhirMsc.Fhir.FhirPath;

/// <summary>How much one evaluation may take before it is stopped. The defaults suit expressions from anywhere.</summary>
public sealed record EvaluationLimits
{
    /// <summary>The defaults.</summary>
    public static EvaluationLimits Default { get; } = new();

    /// <summary>How many items functions may look at, in all.</summary>
    public long MaxSteps { get; init; } = 50_000_000;

    /// <summary>How many items all collections at work may hold together.</summary>
    public int MaxItems { get; init; } = 4_000_000;

    /// <summary>How many characters a string may get.</summary>
    public int MaxStringLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long it may take.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one match of a regular expression may take that needs backtracking.</summary>
    public TimeSpan MaxMatchTime { get; init; } = TimeSpan.FromSeconds(1);
}
