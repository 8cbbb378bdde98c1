using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Source;

/// <summary>A section of the page. Order in the content is order in the page.</summary>
public sealed record Section : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier that places use.</summary>
    public required string Id { get; init; }

    /// <summary>Heading as printed; <see langword="null"/> for the front matter before the first heading.</summary>
    public string? Title { get; init; }

    /// <summary>Id of the section this one is part of.</summary>
    public string? Parent { get; init; }

    /// <summary>What places in it count.</summary>
    public required SectionUnit Counted { get; init; }
}
