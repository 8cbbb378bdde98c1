using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A sentence that ends with a colon and means what comes below it.</summary>
internal sealed class Lead
{
    /// <summary>The block it ends.</summary>
    public required Block Block { get; init; }

    /// <summary>First character of the sentence in the block.</summary>
    public required int Start { get; init; }

    /// <summary>First character after it, without the colon.</summary>
    public required int End { get; init; }

    /// <summary>Depth of the list it stands in; 0 for a paragraph.</summary>
    public required int Depth { get; init; }

    /// <summary>The lead above it.</summary>
    public Lead? Above { get; init; }

    /// <summary>Which way it points.</summary>
    public Directions.Found? Direction { get; init; }

    /// <summary>Whether it recommends in the panel's own name, or says that the evidence does not suffice.</summary>
    public bool IsStatement { get; init; }

    /// <summary>Whether it has a rating of its own, which then holds for all of its members together.</summary>
    public bool IsRated { get; init; }

    /// <summary>That rating.</summary>
    public RatingMatch? Rating { get; init; }

    /// <summary>The statement that it goes on from; its rated members stand in its place.</summary>
    public FoundRecommendation? Replaces { get; init; }

    /// <summary>Members found so far.</summary>
    public int Members { get; set; }

    /// <summary>Text of the sentence without the colon.</summary>
    public string Text => Block.Text[Start..End];

    /// <summary>Direction here or above.</summary>
    public Directions.Found? Points => Direction ?? Above?.Points;

    /// <summary>The block that the direction's words stand in.</summary>
    public Block? PointsIn => Direction is not null ? Block : Above?.PointsIn;
}
