using FhirMsc.Fhir.Issues;

namespace FhirMsc.Artifacts;

/// <summary>Where a value of a resource comes from: the line of the content that says it, and the place in the guideline page that says it first.</summary>
/// <param name="Content">File, line and column of the content.</param>
/// <param name="Place">Place in the page in words and numbers, e.g. <c>Recommendation, sentence 1</c>; <see langword="null"/> for what is not from the page.</param>
public sealed record Origin(SourcePosition Content, string? Place);
