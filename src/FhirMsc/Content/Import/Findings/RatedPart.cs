using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A sentence, or the part of one that a rating belongs to.</summary>
internal sealed record RatedPart
{
    /// <summary>The block it stands in.</summary>
    public required Block Block { get; init; }

    /// <summary>First character of the part in the block.</summary>
    public required int Start { get; init; }

    /// <summary>First character after it.</summary>
    public required int End { get; init; }

    /// <summary>First character of the sentence it is part of.</summary>
    public required int SentenceStart { get; init; }

    /// <summary>First character after that sentence.</summary>
    public required int SentenceEnd { get; init; }

    /// <summary>The rating; <see langword="null"/> for a sentence without.</summary>
    public RatingMatch? Rating { get; init; }

    /// <summary>The block that the rating stands in, when it is another one: a line of its own, a table cell.</summary>
    public Block? RatingBlock { get; init; }

    /// <summary>The part of the same sentence before this one.</summary>
    public RatedPart? Before { get; init; }

    /// <summary>The words.</summary>
    public string Text => Block.Text[Start..End];

    /// <summary>The words of the whole sentence.</summary>
    public string Sentence => Block.Text[SentenceStart..SentenceEnd];
}
