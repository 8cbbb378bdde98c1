using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Findings;

/// <summary>A fact of the page that is no recommendation and no study result, in our own words.</summary>
public sealed record BackgroundFact : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>What kind of fact.</summary>
    public required BackgroundKind Kind { get; init; }

    /// <summary>The fact in our own words (Markdown), figures as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Labels of the references cited for it.</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    /// <summary>For facts that time changes (licensing, pending evidence): the date up to which the page vouches for them.</summary>
    public PartialDate? AsOf { get; init; }
}
