using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import;

/// <summary>What came of merging a new version of a page into reviewed content.</summary>
public sealed record MergeResult
{
    /// <summary>The merged draft as text; <see langword="null"/> when one of the two could not be read.</summary>
    public string? Draft { get; init; }

    /// <summary>What changed, a line each.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Why nothing was merged.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }
}
