namespace FhirMsc.Fhir.Validation;

/// <summary>How much one validation may take before it stops and says so. The defaults suit resources and profiles from anywhere.</summary>
public sealed record ValidationLimits
{
    /// <summary>The defaults.</summary>
    public static ValidationLimits Default { get; } = new();

    /// <summary>How many issues are listed; the last one says that there are more.</summary>
    public int MaxIssues { get; init; } = 1_000;

    /// <summary>How deep profiles, references and elements may lead into each other.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>How long it may take.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);
}
