using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>The interval around an estimate.</summary>
public sealed record EstimateInterval : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Level in percent, e.g. <c>95</c>.</summary>
    public required PrintedDecimal Level { get; init; }

    /// <summary>Lower bound.</summary>
    public required PrintedDecimal Low { get; init; }

    /// <summary>Upper bound.</summary>
    public required PrintedDecimal High { get; init; }
}
