namespace FhirMsc.Content.Import.Pages;

/// <summary>A page after reading: its text as it was, and the blocks that hold what people read.</summary>
public sealed record Page
{
    /// <summary>Name for messages: file, address, or <c>standard input</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its form.</summary>
    public required PageFormat Format { get; init; }

    /// <summary>Name of the character encoding it was decoded with.</summary>
    public required string Encoding { get; init; }

    /// <summary>SHA-256 of its bytes as read, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The decoded text, markup included. Spans count in it.</summary>
    public required string Text { get; init; }

    /// <summary>Address, if it was fetched.</summary>
    public string? Url { get; init; }

    /// <summary>Title of the document in HTML's head.</summary>
    internal string? HeadTitle { get; init; }

    /// <summary>The blocks in page order.</summary>
    internal IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Stretches that were left out as page furniture.</summary>
    internal IReadOnlyList<Span> Furniture { get; init; } = [];

    /// <summary>What could not be read.</summary>
    internal IReadOnlyList<Unread> Unread { get; init; } = [];
}
