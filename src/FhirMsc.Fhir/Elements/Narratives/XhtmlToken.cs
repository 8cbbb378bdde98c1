namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>What a scanner of XHTML stands at.</summary>
internal enum XhtmlToken
{
    /// <summary>The text is over and was well-formed.</summary>
    Over,

    /// <summary>The text is not well-formed here; nothing behind this place is read.</summary>
    Malformed,

    /// <summary>A start tag, or the tag of an empty element, with its attributes.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>Text up to the next markup, or a CDATA section.</summary>
    Text,

    /// <summary>A processing instruction.</summary>
    Instruction,
}
