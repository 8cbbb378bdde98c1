using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A study described in the text: the sentences up to its citation, with the figures in them.</summary>
internal sealed record FoundStudy
{
    /// <summary>Label of the reference it is cited with.</summary>
    public required string Reference { get; init; }

    /// <summary>The sentence that names its design.</summary>
    public required Sourced<string> Text { get; init; }

    /// <summary>The design.</summary>
    public required Sourced<string> Design { get; init; }

    /// <summary>Study type of the content model, where the design has one.</summary>
    public string? StudyType { get; init; }

    /// <summary>double-blind, single-blind or open-label, where it is said.</summary>
    public Sourced<string>? Masking { get; init; }

    /// <summary>How many took part.</summary>
    public Sourced<int>? Enrolled { get; init; }

    /// <summary>Groups: what they got, and how many they were.</summary>
    public IReadOnlyList<(Sourced<int> Count, string Arm)> Arms { get; init; } = [];

    /// <summary>Counts in its sentences.</summary>
    public IReadOnlyList<FoundCount> Counts { get; init; } = [];

    /// <summary>Estimates in its sentences.</summary>
    public IReadOnlyList<FoundStatistic> Statistics { get; init; } = [];

    /// <summary>The section it stands in.</summary>
    public required PageSection Section { get; init; }

    /// <summary>The stretch of the page that is about it.</summary>
    public required Span Span { get; init; }
}
