namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>An attribute of a start tag, by its places in the text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Where its value starts, behind the quotation mark.</param>
/// <param name="Length">Length of the value as written.</param>
internal readonly record struct XhtmlAttribute(XhtmlName Name, int Start, int Length);
