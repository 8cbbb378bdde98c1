using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Findings;

/// <summary>Something on the page that does not add up. Kept as printed, flagged, never repaired.</summary>
public sealed record Defect : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The defect in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What does not add up, in our own words (Markdown).</summary>
    public required string Text { get; init; }

    /// <summary>What is done about it in the artifacts.</summary>
    public required string Handling { get; init; }

    /// <summary>Ids of the facts it concerns.</summary>
    public required IReadOnlyList<string> Concerns { get; init; }
}
