using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Findings;

/// <summary>What the page says of particular patients. Informs, never gates the recommendation.</summary>
public sealed record Consideration : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Which patients, e.g. <c>pregnancy</c>.</summary>
    public required string Population { get; init; }

    /// <summary>What it is about, e.g. <c>risk</c>, <c>efficacy and safety</c>.</summary>
    public required string About { get; init; }

    /// <summary>What is said, in our own words.</summary>
    public required string Text { get; init; }

    /// <summary>Labels of the references cited.</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    /// <summary>Id of the criterion that finds such patients; <see langword="null"/> when no data can tell.</summary>
    public string? Criterion { get; init; }
}
