using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Source;

/// <summary>The published page that the content was taken from.</summary>
public sealed record GuidelineSource : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Title of the page as printed; <see langword="null"/> for a part of a document that has none.</summary>
    public PrintedText? Title { get; init; }

    /// <summary>Organisation or panel that made the guideline.</summary>
    public required string Author { get; init; }

    /// <summary>Larger body that published it, if the page or its address tells.</summary>
    public string? Organization { get; init; }

    /// <summary>Short label for the source line of a card.</summary>
    public required string Label { get; init; }

    /// <summary>Address of the page.</summary>
    public string? Url { get; init; }

    /// <summary>How the address is known when the page does not print it.</summary>
    public string? UrlNote { get; init; }

    /// <summary>When the page was last updated; <see langword="null"/> when it does not say.</summary>
    public LastUpdated? LastUpdated { get; init; }

    /// <summary>The notice that the page is archived; <see langword="null"/> for a page that is kept up to date.</summary>
    public ArchiveNotice? Archived { get; init; }

    /// <summary>How the page would be cited, in our own form.</summary>
    public required string Citation { get; init; }
}
