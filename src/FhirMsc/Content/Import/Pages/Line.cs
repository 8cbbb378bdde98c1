namespace FhirMsc.Content.Import.Pages;

/// <summary>One line of a text page.</summary>
/// <param name="Start">Offset of its first character that is no blank.</param>
/// <param name="Text">The line without blanks around.</param>
/// <param name="Indent">How many columns it is indented.</param>
/// <param name="After">What lies between it and the line before.</param>
internal sealed record Line(int Start, string Text, int Indent, Gap After)
{
    /// <summary>Whether the sentence of this line is not at its end.</summary>
    public bool IsOpen => Text.Length > 0 && Text.AsSpan().TrimEnd(" \"'”’)]*") is var core && (core.IsEmpty || core[^1] is not ('.' or '!' or '?' or ':' or ';' or '|'));
}
