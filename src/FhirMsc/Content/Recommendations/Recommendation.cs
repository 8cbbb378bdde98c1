using FhirMsc.Content.Ratings;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Recommendations;

/// <summary>One recommendation of the guideline, quoted exactly.</summary>
public sealed record Recommendation : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Short title in our own words, without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>The statement exactly as printed, rating included. Always shown as a quotation.</summary>
    public required string Quotation { get; init; }

    /// <summary>The rating; <see langword="null"/> when the content says outright that the page gives none.</summary>
    public Rating? Rating { get; init; }

    /// <summary>For or against. Never derived from the rating: the letters do not say.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Whom it is about.</summary>
    public required Subject Population { get; init; }

    /// <summary>What it is about doing.</summary>
    public required Subject Intervention { get; init; }

    /// <summary>When it does not hold; empty when the statement has no exception.</summary>
    public required IReadOnlyList<ExceptionCase> Exceptions { get; init; }

    /// <summary>Country code when the statement names a country.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Id of the recommendation that this one says again for a narrower or wider scope.</summary>
    public string? Restates { get; init; }

    /// <summary>Why, in our own words (Markdown).</summary>
    public required string Rationale { get; init; }

    /// <summary>Ids of the facts (studies, background) that it rests on.</summary>
    public required IReadOnlyList<string> RestsOn { get; init; }

    /// <summary>Labels of the references cited at the statement.</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    /// <summary>Remarks of ours.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
