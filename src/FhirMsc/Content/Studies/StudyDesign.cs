using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>How a study was made.</summary>
public sealed record StudyDesign : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>In our own words.</summary>
    public required string Text { get; init; }

    /// <summary>Code of THO's <c>study-type</c> (RCT, CCT, cohort, case-control, series, case-report, mixed); <see langword="null"/> when the page does not settle it.</summary>
    public string? StudyType { get; init; }

    /// <summary>How participants came into their arms.</summary>
    public required Allocation Allocation { get; init; }

    /// <summary>Who knew the arms.</summary>
    public required Masking Masking { get; init; }
}
