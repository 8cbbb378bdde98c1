using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Cases in which a statement does not hold, in its own words.</summary>
internal static partial class Exceptions
{
    /// <summary>One case.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Start">First character in the text.</param>
    /// <param name="End">First character after it.</param>
    /// <param name="Rule">The rule.</param>
    internal sealed record Found(string Text, int Start, int End, Rule Rule);

    /// <summary>The cases of a text.</summary>
    public static IReadOnlyList<Found> In(string text, RuleBook rules) =>
        [.. rules.All("exceptions", text).SelectMany(found => Cases(text, found.Rule, found.Match.Index, found.Match.Groups["case"]))];

    /// <summary>An enumeration of three and more, or of two things outside of which nothing is allowed, is several cases.</summary>
    private static IEnumerable<Found> Cases(string text, Rule rule, int at, Group group)
    {
        var (start, end) = (group.Index, group.Index + group.Length);
        // In front of the statement the exception ends where the statement begins: "Except in a trial, the Panel …".
        if (at == 0 && Statement().Match(text, start) is { Success: true } statement && statement.Index < end)
            end = statement.Index;
        while (end > start && text[end - 1] is ' ' or ',' or '.' or '(' or ':')
            end--;
        var whole = text[start..end];
        var parts = rule.Id.EndsWith("/outside-of", StringComparison.Ordinal) || Enumeration().IsMatch(whole)
            ? [.. Separators().Split(whole).Where(part => part.Length > 0)]
            : new[] { whole };
        // "When it is not available, not feasible to use, or not appropriate" is one clause: its parts say nothing without their subject.
        if (parts.Skip(1).Any(part => Predicate().IsMatch(part)))
            parts = [whole];
        at = start;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            var words = parts.Length > 1 || rule.Id.EndsWith("/outside-of", StringComparison.Ordinal) ? Article().Replace(part, string.Empty) : part;
            yield return new Found(words, found + part.Length - words.Length, found + part.Length, rule);
            at = found + part.Length;
        }
    }

    [GeneratedRegex(@", (?=(?:the|we|a|an|all|no|clinicians|providers|patients|adults|do|it|there|\p{L}+ (?:should|is|are|recommends?))\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^[^,]+, [^,]+, (?:or|and) ", RegexOptions.CultureInvariant)]
    private static partial Regex Enumeration();

    [GeneratedRegex(@", (?:or |and )?| or ", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:not|is|are|was|were|has|have|had|does|do|can|cannot|will|would|should)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Predicate();

    [GeneratedRegex(@"^(?:an?|the) ", RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
