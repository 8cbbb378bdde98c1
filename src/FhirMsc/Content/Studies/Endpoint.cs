using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>An endpoint of a study.</summary>
public sealed record Endpoint : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Primary or secondary.</summary>
    public required EndpointRole Role { get; init; }

    /// <summary>What was looked at.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public TimeFrame? TimeFrame { get; init; }
}
