using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Source;

/// <summary>The page says that it is kept for the record and no longer updated.</summary>
public sealed record ArchiveNotice : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Since when; <see langword="null"/> when the page does not say.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>What the notice means for a reader, in our own words.</summary>
    public required string Meaning { get; init; }
}
