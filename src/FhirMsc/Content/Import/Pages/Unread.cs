namespace FhirMsc.Content.Import.Pages;

/// <summary>Something on the page that was not read, or not with certainty. A review starts with these.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Rule">Id of the rule that says so.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Text">The words it is about, shortened.</param>
public sealed record Unread(Span Span, string Rule, string Reason, string Text)
{
    private const int Longest = 200;

    /// <summary>Makes one with its text shortened.</summary>
    public static Unread Of(Span span, string rule, string reason, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(span, rule, reason, text.Length <= Longest ? text : text[..Longest] + "…");
    }
}
