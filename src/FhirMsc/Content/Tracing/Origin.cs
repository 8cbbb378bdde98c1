using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Tracing;

/// <summary>Where a piece of content comes from: its line in the content file and, for facts of the page, its place there.</summary>
/// <param name="Path">Key path in the content file, e.g. <c>studies[2].outcomes[0].effects[0]</c>.</param>
/// <param name="Position">File, line and column of the YAML node.</param>
/// <param name="Place">Place in the page; <see langword="null"/> for what is ours and not the page's (codes, logic, texts of the cards). A nested fact without its own place has that of the fact around it.</param>
public sealed record Origin(string Path, SourcePosition Position, Place? Place = null);
