using FhirMsc.Content.Import.Pages;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import;

/// <summary>What came of an import.</summary>
public sealed record ImportResult
{
    /// <summary>The draft as text; <see langword="null"/> when nothing could be read.</summary>
    public string? Draft { get; init; }

    /// <summary>What must be said about the page as a whole.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }

    /// <summary>What was not read, in page order.</summary>
    public IReadOnlyList<Unread> Unread { get; init; } = [];

    /// <summary>How many recommendations are in the draft.</summary>
    public int Recommendations { get; init; }

    /// <summary>How many references are in the draft.</summary>
    public int References { get; init; }

    /// <summary>How many estimates were found.</summary>
    public int Statistics { get; init; }

    /// <summary>How many studies are in the draft.</summary>
    public int Studies { get; init; }
}
