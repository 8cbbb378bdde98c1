namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>What can be wrong with a narrative by itself.</summary>
internal enum NarrativeFaultKind
{
    /// <summary>It is no well-formed XML, or uses an entity that HTML does not have.</summary>
    Malformed,

    /// <summary>The outermost element is no <c>div</c> in the namespace of XHTML.</summary>
    Root,

    /// <summary>An element that a narrative must not use.</summary>
    Element,

    /// <summary>An attribute that a narrative must not use.</summary>
    Attribute,

    /// <summary>A processing instruction or the like.</summary>
    Markup,

    /// <summary>There is no text and no image (txt-2).</summary>
    Empty,
}
