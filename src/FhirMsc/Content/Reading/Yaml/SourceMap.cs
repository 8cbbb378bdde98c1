using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Reading.Yaml;

/// <summary>A mapping, in the order of the file; keys are unique, because the loader reports and drops repeated ones.</summary>
internal sealed record SourceMap(string Path, SourcePosition Position, IReadOnlyList<SourceEntry> Entries) : SourceNode(Path, Position)
{
    /// <inheritdoc/>
    public override string Shape => "a map";
}
