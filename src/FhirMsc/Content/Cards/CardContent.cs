using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Cards;

/// <summary>What a service shows.</summary>
public sealed record CardContent : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>One sentence of fewer than 140 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>How pressing: FHIR's <c>request-priority</c>, from which the card's indicator follows.</summary>
    public required CardPriority Priority { get; init; }

    /// <summary>
    /// The details: Markdown without HTML. <c>{quote:ID}</c> stands for the quotation of a recommendation, <c>{rating:ID}</c> for its rating in
    /// words, <c>{updated}</c> for the printed date of the page, <c>{archived}</c> for the meaning of the archive notice, <c>{studies}</c> for a
    /// table of the studies.
    /// </summary>
    public required string Detail { get; init; }

    /// <summary>Label of the card's source.</summary>
    public required string SourceLabel { get; init; }

    /// <summary>Address of the card's source.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Topic of the card, the same on all hooks so that clients can show it once.</summary>
    public required ConceptReference Topic { get; init; }

    /// <summary>Links.</summary>
    public required IReadOnlyList<CardLink> Links { get; init; }

    /// <summary>Suggestions.</summary>
    public required IReadOnlyList<CardSuggestion> Suggestions { get; init; }

    /// <summary>Reasons a clinician may give for going on; concepts of our own code systems.</summary>
    public required IReadOnlyList<ConceptReference> OverrideReasons { get; init; }
}
