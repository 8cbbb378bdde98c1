using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.References;

/// <summary>A reference of the page. Bibliographic data is kept as printed.</summary>
public sealed record Reference : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Its label in the text: a number, or author and year.</summary>
    public required string Label { get; init; }

    /// <summary>Its name among the facts: <c>reference-</c> and the label in id syntax.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required ReferenceKind Kind { get; init; }

    /// <summary>Authors as printed, one each.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Whether the list of authors goes on (<c>et al</c>).</summary>
    public required bool MoreAuthors { get; init; }

    /// <summary>Whether the author is an organisation.</summary>
    public required bool CorporateAuthor { get; init; }

    /// <summary>Title as printed.</summary>
    public string? Title { get; init; }

    /// <summary>Journal or other container as printed.</summary>
    public string? Container { get; init; }

    /// <summary>Year.</summary>
    public int? Year { get; init; }

    /// <summary>Volume.</summary>
    public string? Volume { get; init; }

    /// <summary>Issue.</summary>
    public string? Issue { get; init; }

    /// <summary>Pages or article number as printed.</summary>
    public string? Pages { get; init; }

    /// <summary>Whether it was published ahead of an issue when the page was written.</summary>
    public required bool AheadOfPrint { get; init; }

    /// <summary>Address as printed.</summary>
    public string? Url { get; init; }

    /// <summary>PubMed number.</summary>
    public string? Pmid { get; init; }

    /// <summary>PubMed Central number.</summary>
    public string? Pmcid { get; init; }

    /// <summary>DOI; only where verified against another source than memory.</summary>
    public string? Doi { get; init; }

    /// <summary>When the address was last read by the page's authors.</summary>
    public PartialDate? Accessed { get; init; }

    /// <summary>The whole reference as printed, without its number.</summary>
    public required string Printed { get; init; }
}
