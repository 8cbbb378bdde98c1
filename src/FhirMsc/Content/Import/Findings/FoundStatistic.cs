using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>An estimate with its interval, as printed.</summary>
internal sealed record FoundStatistic
{
    /// <summary>What it measures, e.g. <c>hazard-ratio</c>; <see langword="null"/> when nothing says so.</summary>
    public Sourced<string>? Measure { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; init; }

    /// <summary>Lower bound.</summary>
    public required string Low { get; init; }

    /// <summary>Upper bound.</summary>
    public required string High { get; init; }

    /// <summary>Level of the interval in percent.</summary>
    public required string Level { get; init; }

    /// <summary>P value with its sign, if one follows.</summary>
    public string? PValue { get; init; }

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

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Percent.</summary>
    public required int Confidence { get; init; }
}
