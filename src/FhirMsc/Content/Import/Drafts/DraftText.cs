namespace FhirMsc.Content.Import.Drafts;

/// <summary>A single value.</summary>
/// <param name="value">The value as text.</param>
/// <param name="bare">Whether JSON writes it without quotation marks: numbers and yes or no.</param>
internal sealed class DraftText(string value, bool bare = false) : DraftNode
{
    /// <summary>The value as text.</summary>
    public string Value { get; } = value;

    /// <summary>Whether JSON writes it without quotation marks.</summary>
    public bool IsBare { get; } = bare;
}
