namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>A link in a narrative.</summary>
/// <param name="Target">The value of <c>href</c> or <c>src</c>.</param>
/// <param name="IsImage">Whether it is the source of an image rather than something to click on.</param>
internal readonly record struct NarrativeLink(string Target, bool IsImage);
