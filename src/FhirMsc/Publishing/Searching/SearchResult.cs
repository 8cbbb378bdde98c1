using FhirMsc.Artifacts;

namespace FhirMsc.Publishing.Searching;

/// <summary>A page of what a search found.</summary>
/// <param name="Total">How many resources match, on all pages.</param>
/// <param name="Matches">Those of the page.</param>
/// <param name="Included">What was brought along with them.</param>
public sealed record SearchResult(int Total, IReadOnlyList<Artifact> Matches, IReadOnlyList<Artifact> Included);
