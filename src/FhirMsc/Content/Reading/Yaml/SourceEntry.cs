using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Reading.Yaml;

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key as text.</param>
/// <param name="KeyPosition">Where the key stands.</param>
/// <param name="Value">The value.</param>
internal sealed record SourceEntry(string Key, SourcePosition KeyPosition, SourceNode Value);
