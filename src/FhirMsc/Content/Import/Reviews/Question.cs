using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Reviews;

/// <summary>One point of a draft that a person must look at.</summary>
/// <param name="Path">Path of the value, or <c>unread/…</c> for a place that was not read.</param>
/// <param name="What">What is asked, for people.</param>
/// <param name="Value">What the import found; <see langword="null"/> where it found nothing.</param>
/// <param name="Span">Where it stands in the page.</param>
/// <param name="Rule">The rule it comes from.</param>
/// <param name="Confidence">Percent; 0 where nothing was found.</param>
/// <param name="Excerpt">Words of the page, for a draft whose page is not at hand.</param>
public sealed record Question(string Path, string What, string? Value, Span Span, string Rule, int Confidence, string? Excerpt)
{
    /// <summary>Whether it is about a place that was not read; an answer can only note it as seen.</summary>
    public bool IsUnread => Path.StartsWith("unread/", StringComparison.Ordinal);
}
