using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Reading.Yaml;

/// <summary>A sequence.</summary>
internal sealed record SourceList(string Path, SourcePosition Position, IReadOnlyList<SourceNode> Items) : SourceNode(Path, Position)
{
    /// <inheritdoc/>
    public override string Shape => "a list";
}
