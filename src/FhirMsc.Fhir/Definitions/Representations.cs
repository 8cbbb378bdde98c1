namespace FhirMsc.Fhir.Definitions;

/// <summary>How an element looks in XML where it is not an XML element: FHIR's <c>property-representation</c>.</summary>
[Flags]
public enum Representations
{
    /// <summary>An XML element like any other.</summary>
    None = 0,

    /// <summary>An XML attribute.</summary>
    XmlAttribute = 1,

    /// <summary>The text of the parent's XML element.</summary>
    XmlText = 2,

    /// <summary>The type is in <c>xsi:type</c>.</summary>
    TypeAttribute = 4,

    /// <summary>CDA narrative text.</summary>
    CdaText = 8,

    /// <summary>XHTML.</summary>
    Xhtml = 16,
}
