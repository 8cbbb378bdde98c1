using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Findings;

/// <summary>A remark taken from the page, in our own words.</summary>
public sealed record Statement : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The remark (Markdown).</summary>
    public required string Text { get; init; }
}
