namespace FhirMsc.Hooks.Cards;

/// <summary>A card (https://cds-hooks.hl7.org/2.0/#card-attributes). What is null or empty is not written.</summary>
public sealed record Card
{
    /// <summary>Identifier of this card, new for every answer; feedback names it.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>One sentence of fewer than 140 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>GitHub Flavored Markdown without HTML.</summary>
    public string? Detail { get => DetailStart is null ? field : DetailStart.Text + DetailRest; init; }

    /// <summary>Source, reasons and links in JSON, where they are those of the plan; else <see langword="null"/>.</summary>
    internal CardFrame? Frame { get; init; }

    /// <summary>What <see cref="Detail"/> starts with, if that is the plan's own text and escaped already.</summary>
    internal EncodedText? DetailStart { get; init; }

    /// <summary>What stands behind <see cref="DetailStart"/>; empty for nothing.</summary>
    internal string DetailRest { get; init; } = string.Empty;

    /// <summary><c>info</c>, <c>warning</c> or <c>critical</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>Where the advice comes from.</summary>
    public required CardSource Source { get; init; }

    /// <summary>What can be done with one click.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary><c>at-most-one</c> or <c>any</c>; written with suggestions only.</summary>
    public string SelectionBehavior { get; init; } = "any";

    /// <summary>Reasons for not following the advice; each with a display.</summary>
    public IReadOnlyList<CardCoding> OverrideReasons { get; init; } = [];

    /// <summary>Links.</summary>
    public IReadOnlyList<CardLink> Links { get; init; } = [];
}
