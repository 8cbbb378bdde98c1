using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Changes;

/// <summary>One single value of a content file.</summary>
/// <param name="Path">Its key path, as <see cref="Tracing.Origin"/> writes paths.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Text">The value as written.</param>
public sealed record ContentValue(string Path, SourcePosition Position, string Text);
