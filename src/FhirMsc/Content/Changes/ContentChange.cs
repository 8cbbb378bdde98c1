using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Changes;

/// <summary>One difference between two versions of a guideline's content.</summary>
public sealed record ContentChange
{
    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Key path; list items by their id, label or code: <c>studies[chen].outcomes[chen-death].results[msc].affected</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The change in words.</summary>
    public required string Text { get; init; }

    /// <summary>What it said; <see langword="null"/> for what is new and for parts with parts of their own.</summary>
    public string? Old { get; init; }

    /// <summary>What it says; <see langword="null"/> for what is gone and for parts with parts of their own.</summary>
    public string? New { get; init; }

    /// <summary>Where it stands: in the new content, and for what is gone in the old.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>Whether a recommendation says something else now: its statement, direction, rating, exceptions, population or intervention.</summary>
    public bool ConcernsRecommendation { get; init; }
}
