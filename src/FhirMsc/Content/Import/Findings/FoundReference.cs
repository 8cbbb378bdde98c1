using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A reference of the page, taken apart as far as its form is known.</summary>
internal sealed record FoundReference
{
    /// <summary>Its number, printed or by its position in a numbered list; <see langword="null"/> for lists without numbers.</summary>
    public int? Number { get; init; }

    /// <summary>Its label: the number, or author and year.</summary>
    public required string Label { get; init; }

    /// <summary>The whole reference as printed, without its number and link words.</summary>
    public required string Printed { get; init; }

    /// <summary>Where it stands.</summary>
    public required Span Span { get; init; }

    /// <summary>Authors, one each.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Whether more authors are not printed.</summary>
    public bool MoreAuthors { get; init; }

    /// <summary>Whether the author is an organisation.</summary>
    public bool Corporate { get; init; }

    /// <summary>Parts by name: title, container, year, volume, issue, pages, pmid, pmcid, doi, url, accessed.</summary>
    public required IReadOnlyDictionary<string, Sourced<string>> Parts { get; init; }

    /// <summary>Whether it was published ahead of an issue.</summary>
    public bool AheadOfPrint { get; init; }

    /// <summary>Whether it is a preprint.</summary>
    public bool Preprint { get; init; }

    /// <summary>A part, or <see langword="null"/>.</summary>
    public string? this[string part] => Parts.GetValueOrDefault(part)?.Value;
}
