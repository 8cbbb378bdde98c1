using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Ratings;

/// <summary>One level of an axis.</summary>
public sealed record RatingLevel : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The code as printed in ratings.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required string Display { get; init; }

    /// <summary>What it means, where the legend says more than the name.</summary>
    public string? Definition { get; init; }

    /// <summary>Whether code and meaning were confirmed by independent sources; <see langword="false"/>: one source only, and the artifacts say so.</summary>
    public required bool Verified { get; init; }

    /// <summary>How it relates to the system of <see cref="RatingAxis.MappedTo"/>; <see langword="null"/> when that has no mapping.</summary>
    public Mapping? Mapping { get; init; }
}
