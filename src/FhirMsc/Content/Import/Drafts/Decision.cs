namespace FhirMsc.Content.Import.Drafts;

/// <summary>What a person decided about one value.</summary>
/// <param name="Path">Path of the value, or <c>unread/START-END</c>.</param>
/// <param name="Answer"><c>accept</c>, <c>edit</c> or <c>skip</c>.</param>
/// <param name="Found">What the import had found when it was decided.</param>
/// <param name="Value">The value that an edit put in its place.</param>
internal sealed record Decision(string Path, string Answer, string? Found, string? Value)
{
    /// <summary>Whether the question is settled; a skipped one comes again.</summary>
    public bool IsSettled => Answer is "accept" or "edit";
}
