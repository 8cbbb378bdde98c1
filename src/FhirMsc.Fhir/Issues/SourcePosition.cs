namespace FhirMsc.Fhir.Issues;

/// <summary>A place in a source text, as an editor shows it.</summary>
/// <param name="Source">Name of the file or stream as the user gave it; <see langword="null"/> when there is only one.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column in UTF-16 code units, counted from 1.</param>
/// <param name="Offset">Byte offset from the start of the source, counted from 0; -1 where the reader does not know it (XML, YAML).</param>
public readonly record struct SourcePosition(string? Source, int Line, int Column, long Offset = -1)
{
    /// <summary><c>source:line:column</c>, the form that terminals and editors make clickable.</summary>
    public override string ToString() => Source is null ? $"{Line}:{Column}" : $"{Source}:{Line}:{Column}";
}
