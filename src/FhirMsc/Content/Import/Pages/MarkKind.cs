namespace FhirMsc.Content.Import.Pages;

/// <summary>Markup inside a block whose meaning is kept.</summary>
internal enum MarkKind
{
    /// <summary>Raised text: citation numbers, footnote signs, exponents.</summary>
    Superscript,

    /// <summary>Lowered text: O₂.</summary>
    Subscript,

    /// <summary>Italic text: MMWR sets its citation numbers so.</summary>
    Emphasis,

    /// <summary>A link with its target.</summary>
    Link,
}
