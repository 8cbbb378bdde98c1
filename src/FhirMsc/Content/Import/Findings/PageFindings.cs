using FhirMsc.Content.Import.Pages;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Everything that was found on a page.</summary>
internal sealed record PageFindings
{
    /// <summary>The page.</summary>
    public required Page Page { get; init; }

    /// <summary>Its sections and passages.</summary>
    public required Outline Outline { get; init; }

    /// <summary>Title, date, publisher, notices.</summary>
    public required PageHeader Header { get; init; }

    /// <summary>Rating schemes in use.</summary>
    public required Ratings Ratings { get; init; }

    /// <summary>Recommendations in page order.</summary>
    public IReadOnlyList<FoundRecommendation> Recommendations { get; init; } = [];

    /// <summary>References in page order.</summary>
    public IReadOnlyList<FoundReference> References { get; init; } = [];

    /// <summary>Citations in page order.</summary>
    public IReadOnlyList<FoundCitation> Citations { get; init; } = [];

    /// <summary>Estimates in page order.</summary>
    public IReadOnlyList<FoundStatistic> Statistics { get; init; } = [];

    /// <summary>Counts in page order.</summary>
    public IReadOnlyList<FoundCount> Counts { get; init; } = [];

    /// <summary>Studies in page order.</summary>
    public IReadOnlyList<FoundStudy> Studies { get; init; } = [];

    /// <summary>What was not read, in page order.</summary>
    public required IReadOnlyList<Unread> Unread { get; init; }

    /// <summary>What must be said about the page as a whole.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }
}
