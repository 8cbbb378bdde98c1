using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>A printed figure that compares arms.</summary>
public sealed record EffectEstimate : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>What is measured.</summary>
    public required EffectMeasure Measure { get; init; }

    /// <summary>The estimate as printed.</summary>
    public required PrintedDecimal Value { get; init; }

    /// <summary>UCUM unit, for measures that have one.</summary>
    public string? Unit { get; init; }

    /// <summary>Its interval.</summary>
    public EstimateInterval? Interval { get; init; }

    /// <summary>The P value as printed, sign included, e.g. <c>&lt; 0.001</c>.</summary>
    public string? PValue { get; init; }

    /// <summary>How many participants it rests on.</summary>
    public int? Participants { get; init; }

    /// <summary>Id of the arm that is compared; <see langword="null"/> when the page does not settle it.</summary>
    public string? ComparedArm { get; init; }

    /// <summary>Id of the arm it is compared with; <see langword="null"/> when the page does not name it, and then no orientation may be coded.</summary>
    public string? ReferenceArm { get; init; }

    /// <summary>Remark of ours on how to read it.</summary>
    public string? Note { get; init; }
}
