using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A recommendation that was found.</summary>
internal sealed record FoundRecommendation
{
    /// <summary>The statement as printed. Where it consists of parts, such as a lead sentence and one of its bullets, <c>[…]</c> stands for what was left out between them.</summary>
    public required string Quotation { get; init; }

    /// <summary>The stretches of the page that the quotation is made of.</summary>
    public required IReadOnlyList<Span> Spans { get; init; }

    /// <summary>The statement's own words, without what it shares with others.</summary>
    public required string Own { get; init; }

    /// <summary>The rating; <see langword="null"/> when none is printed.</summary>
    public FoundRating? Rating { get; init; }

    /// <summary>The direction; <see langword="null"/> when no words tell it.</summary>
    public Sourced<string>? Direction { get; init; }

    /// <summary>Cases in which it does not hold.</summary>
    public IReadOnlyList<Sourced<string>> Exceptions { get; init; } = [];

    /// <summary>Whom it is about.</summary>
    public Sourced<string>? Population { get; init; }

    /// <summary>What it is about doing.</summary>
    public Sourced<string>? Intervention { get; init; }

    /// <summary>Country named in it.</summary>
    public Sourced<string>? Jurisdiction { get; init; }

    /// <summary>The section it stands in.</summary>
    public required PageSection Section { get; init; }

    /// <summary>The block it stands in.</summary>
    public required Block Block { get; init; }

    /// <summary>First character of its own words in the block.</summary>
    public required int At { get; init; }

    /// <summary><c>bullet</c>, <c>numbered</c>, <c>prose</c> or <c>table</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its printed number.</summary>
    public string? Number { get; init; }

    /// <summary>Rule that made it a recommendation, and how sure that is.</summary>
    public required string Rule { get; init; }

    /// <summary>Percent.</summary>
    public required int Confidence { get; init; }

    /// <summary>Remarks for the reviewer.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the page says the same again.</summary>
    public IReadOnlyList<Span> AlsoAt { get; init; } = [];

    /// <summary>Where it begins in the page.</summary>
    public Span Span => Spans[^1];
}
