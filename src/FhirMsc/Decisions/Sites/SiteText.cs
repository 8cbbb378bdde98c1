namespace FhirMsc.Decisions.Sites;

/// <summary>A value of a site's file.</summary>
/// <param name="Text">As written; <see langword="null"/> if it is not there.</param>
/// <param name="IsText">Whether it was written as text: a number would have lost its leading zeros.</param>
internal readonly record struct SiteText(string? Text, bool IsText)
{
    /// <summary>The text, if it is one and not empty.</summary>
    public string? Usable => IsText && Text is { Length: > 0 } text ? text : null;
}
