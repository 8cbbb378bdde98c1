using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>Part of an arm.</summary>
public sealed record Subgroup : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Which part, in words.</summary>
    public required string Text { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }
}
