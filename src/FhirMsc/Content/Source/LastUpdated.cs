using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Source;

/// <summary>The date the page gives for itself.</summary>
public sealed record LastUpdated : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The date.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>The date as printed, e.g. <c>April 21, 2021</c>.</summary>
    public required string Printed { get; init; }
}
