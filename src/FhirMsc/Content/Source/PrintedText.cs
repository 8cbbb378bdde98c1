using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Source;

/// <summary>A heading or another short text of the page, exactly as printed.</summary>
public sealed record PrintedText : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The text.</summary>
    public required string Printed { get; init; }
}
