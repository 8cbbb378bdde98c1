using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A count, as printed: how many, of how many, in percent; each only where the page says it.</summary>
internal sealed record FoundCount
{
    /// <summary>How many.</summary>
    public int? Count { get; init; }

    /// <summary>Of how many.</summary>
    public int? Of { get; init; }

    /// <summary>In percent.</summary>
    public string? Percent { get; init; }

    /// <summary>Where it stands.</summary>
    public required Span Span { get; init; }

    /// <summary>The printed words.</summary>
    public required string Snippet { get; init; }

    /// <summary>The sentence it stands in.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where the sentence stands.</summary>
    public required Span SentenceSpan { get; init; }

    /// <summary>The section it stands in.</summary>
    public required PageSection Section { get; init; }

    /// <summary>The block it stands in.</summary>
    public required Block Block { get; init; }

    /// <summary>First character in the block.</summary>
    public required int At { get; init; }

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Percent.</summary>
    public required int Confidence { get; init; }
}
