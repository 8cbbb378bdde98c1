namespace FhirMsc.Content.Source;

/// <summary>What the numbers of a place count in a section.</summary>
public enum SectionUnit
{
    /// <summary>Sentences of running text, through all paragraphs of the section.</summary>
    Sentences,

    /// <summary>List items or, in the front matter, lines that are not empty.</summary>
    Items,
}
