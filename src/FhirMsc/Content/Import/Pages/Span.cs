namespace FhirMsc.Content.Import.Pages;

/// <summary>A stretch of the page's text as it was read, markup included.</summary>
/// <param name="Start">First character, counted from 0 in UTF-16 code units.</param>
/// <param name="End">First character after it.</param>
public readonly record struct Span(int Start, int End)
{
    /// <summary>Whether the two have a character in common.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary><c>start-end</c>, the form used in drafts.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start}-{End}");
}
