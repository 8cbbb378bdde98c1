using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Ratings;

/// <summary>The rating of a recommendation.</summary>
public sealed record Rating : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Id of the scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>The rating as printed, e.g. <c>AIIb</c>.</summary>
    public required string Printed { get; init; }

    /// <summary>Code on the scheme's strength axis.</summary>
    public string? Strength { get; init; }

    /// <summary>Code on the scheme's evidence axis.</summary>
    public string? Evidence { get; init; }
}
