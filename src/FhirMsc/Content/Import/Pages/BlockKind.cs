namespace FhirMsc.Content.Import.Pages;

/// <summary>Kinds of blocks a page is made of.</summary>
internal enum BlockKind
{
    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A row of a table; its text is in its cells.</summary>
    Row,
}
