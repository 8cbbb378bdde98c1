using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>A length of time after a starting event.</summary>
public sealed record TimeFrame : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>How long.</summary>
    public required PrintedDecimal Value { get; init; }

    /// <summary>UCUM unit of time: <c>h</c>, <c>d</c>, <c>wk</c>, <c>mo</c>, <c>a</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>After what, in words; <see langword="null"/> when the page does not say.</summary>
    public string? After { get; init; }
}
