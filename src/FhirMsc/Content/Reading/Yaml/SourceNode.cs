using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Reading.Yaml;

/// <summary>A YAML node with its position and its key path.</summary>
internal abstract record SourceNode(string Path, SourcePosition Position)
{
    /// <summary>What it is, in words for messages.</summary>
    public abstract string Shape { get; }

    /// <summary>Whether the file says nothing here: an empty value, <c>~</c> or <c>null</c>.</summary>
    public virtual bool IsNull => false;
}
