using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Tells which way a statement points from its words, never from its rating. Words of the main clause count before those of
/// subordinate clauses: "recommends X for patients who should not receive Y" is for X.
/// </summary>
internal static partial class Directions
{
    /// <summary>A direction found in a text.</summary>
    /// <param name="Is">for, against, insufficient or neither.</param>
    /// <param name="Start">First character of the words that say so.</param>
    /// <param name="End">First character after them.</param>
    /// <param name="Rule">The rule.</param>
    /// <param name="Confidence">Percent; lower where other words of the main clause point elsewhere.</param>
    /// <param name="IsAside">Whether only a subordinate clause says so: "X when Y is not indicated".</param>
    internal sealed record Found(string Is, int Start, int End, Rule Rule, int Confidence, bool IsAside = false);

    /// <summary>The direction; <see langword="null"/> when no words tell it.</summary>
    public static Found? In(string text, RuleBook rules)
    {
        var all = (from rule in rules.List("directions") from Match match in rule.Form.Matches(text) where match.Length > 0 select (Rule: rule, match.Index, End: match.Index + match.Length)).ToList();
        if (all.Count == 0)
            return null;
        // Insufficient and neither are said with the same words as for and against, only more of them.
        var whole = all.Where(found => found.Rule.Is is "insufficient" or "neither").OrderByDescending(found => found.Rule.Confidence).FirstOrDefault();
        var (from, to) = MainClause(text);
        var main = all.Where(found => found.Index >= from && found.Index < to).ToList();
        // "Because there are no data to support it, the Panel recommends against X": what the main clause says counts, and weak words of doubt yield to it.
        if (whole.Rule is not null && ((whole.Index >= from && whole.Index < to && (whole.Rule.Confidence >= 90 || !main.Any(found => found.Rule.Is is "for" or "against"))) || main.Count == 0 || main.All(found => found.Rule.Is is "insufficient" or "neither")))
            return new Found(whole.Rule.Is, whole.Index, whole.End, whole.Rule, whole.Rule.Confidence);
        // Behind a semicolon stands what else is to be said: "is recommended for A; it is not recommended for B".
        if (text.IndexOf(';', from) is var clause and > 0 && clause < to && all.Any(found => found.Index >= from && found.End <= clause))
            main = [.. main.Where(found => found.Index < clause)];
        var among = main.Count > 0 ? main : all;
        var best = among.OrderByDescending(found => found.Rule.Confidence).ThenByDescending(found => found.Index).First();
        var doubt = among.Any(found => found.Rule.Is != best.Rule.Is && found.Rule.Confidence > best.Rule.Confidence - 12 && (found.Index >= best.End || found.End <= best.Index));
        return new Found(best.Rule.Is, best.Index, best.End, best.Rule, doubt ? Math.Min(best.Rule.Confidence, 60) : main.Count > 0 ? best.Rule.Confidence : Math.Min(best.Rule.Confidence, 75), main.Count == 0);
    }

    /// <summary>The stretch between a leading subordinate clause and the first one that follows.</summary>
    private static (int From, int To) MainClause(string text)
    {
        var from = Leading().Match(text) is { Success: true } leading ? leading.Length : 0;
        var next = Subordinate().Match(text, from);
        return (from, next.Success && next.Index > from + 12 ? next.Index : text.Length);
    }

    [GeneratedRegex(@"^(?:Although|While|Whereas|Because|Since|As|If|When|Unless|Given|Despite|Though|In light|Based|For|In|Among|During|After|Before)\b[^,;]{3,240}, ", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\b(?:who|whom|whose|if|when|whenever|because|since|unless|although|whereas|except|until|in whom|for whom|for which|in which|where|provided that|other than)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Subordinate();
}
