using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Reading.Yaml;

/// <summary>A single value; always text, so that codes and decimals keep their digits.</summary>
internal sealed record SourceScalar(string Path, SourcePosition Position, string Text, bool Quoted) : SourceNode(Path, Position)
{
    /// <inheritdoc/>
    public override string Shape => IsNull ? "nothing" : "a single value";

    /// <inheritdoc/>
    public override bool IsNull => !Quoted && Text is "" or "~" or "null";
}
