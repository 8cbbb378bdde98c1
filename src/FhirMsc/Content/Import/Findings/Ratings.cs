using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>The rating schemes that a page uses, and the ratings in its texts.</summary>
internal sealed class Ratings
{
    private readonly RuleBook _rules;

    private Ratings(IReadOnlyList<Scheme> schemes, RuleBook rules) => (Schemes, _rules) = (schemes, rules);

    /// <summary>The schemes in use.</summary>
    public IReadOnlyList<Scheme> Schemes { get; }

    /// <summary>Whether the member of the NIH family could be told: some page ratings, such as AI or BIII, are the same in both.</summary>
    public bool Ambiguous { get; private init; }

    /// <summary>Finds out which schemes a page uses.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="year">Year of the page, if known; decides where its ratings are the same in two schemes of a family.</param>
    public static Ratings Of(Outline outline, RuleBook rules, int? year)
    {
        var texts = outline.Passages.Where(passage => !passage.Section.Is("references"))
            .SelectMany(passage => passage.Block.Kind == Pages.BlockKind.Row ? passage.Block.Cells.SelectMany(cell => cell).Select(block => block.Text).Append(passage.Block.Text) : [passage.Block.Text])
            .Where(text => text.Length > 0).ToList();
        var all = string.Join('\n', texts);
        var used = rules.Schemes.Where(scheme => !scheme.IsLabelled && scheme.Signals.All(signal => signal.IsMatch(all)) && IsUsed(scheme, texts, rules)).ToList();
        var ambiguous = false;
        foreach (var family in used.Where(scheme => scheme.Family is not null).GroupBy(scheme => scheme.Family).Where(family => family.Count() > 1).ToList())
        {
            var telling = family.Where(scheme => scheme.Telling?.IsMatch(all) == true).ToList();
            ambiguous |= telling.Count != 1;
            // The Panel changed its scheme in February 2021; a page that shows neither form is judged by its year, and the draft says so.
            var kept = telling.Count == 1 ? telling[0] : telling.FirstOrDefault(scheme => scheme.Id.EndsWith("iab", StringComparison.Ordinal)) ?? family.First(scheme => scheme.Id.EndsWith("iab", StringComparison.Ordinal) == (year is null or > 2020));
            used.RemoveAll(scheme => scheme.Family == family.Key && scheme != kept);
        }

        // Which is which is told by the head of a column or by a label, so that the codes need not be known.
        if (HasLabels(outline, rules))
            used.AddRange(rules.Schemes.Where(scheme => scheme.IsLabelled));
        return new Ratings(used, rules) { Ambiguous = ambiguous };
    }

    /// <summary>The ratings in a text, in order, overlaps settled for the earlier and longer one.</summary>
    public IReadOnlyList<RatingMatch> In(string text)
    {
        var kept = new List<RatingMatch>();
        foreach (var match in Schemes.SelectMany(scheme => scheme.Forms.SelectMany(form => form.Form.Matches(text).Select(match => Of(scheme, form, match)))).OrderBy(match => match.Start).ThenByDescending(match => match.End))
        {
            if (kept.Count == 0 || match.Start >= kept[^1].End)
                kept.Add(match);
        }

        return kept;
    }

    /// <summary>A text that is nothing but a rating: a table cell, or a line of its own.</summary>
    public RatingMatch? Cell(string text, string? column = null)
    {
        if (Bare(text, column) is { } bare)
            return bare;
        if (column is null && (Labelled(text) ?? Alone(text)) is { } several)
            return several;
        // "Rating: AIII" on a line of its own; the label tells which part of the rating it is.
        if (_rules.Earliest("ratingLabels", text) is not { Match: { Index: 0 } label, Rule.Is: var part })
            return null;
        return Bare(text[label.Length..], column ?? (part.Length > 0 ? part : null)) is { } rating ? rating with { Start = rating.Start + label.Length, End = rating.End + label.Length } : null;
    }

    /// <summary>The form that a rating has behind a sentence, with nothing else on the line.</summary>
    private RatingMatch? Alone(string text) =>
        text.Length < 120 && In(text) is [{ Rates: true, IsBefore: false } only] && text.Where((c, i) => char.IsLetterOrDigit(c) && (i < only.Start || i >= only.End)).Take(2).Count() < 2 ? only : null;

    /// <summary>"Strength: weak; certainty: low": two labelled halves on one line.</summary>
    private RatingMatch? Labelled(string text)
    {
        if (text.Length > 120 || text.IndexOfAny([';', ',', '.', '|']) is not (var cut and > 0))
            return null;
        var (first, second) = (text[..cut], text[(cut + 1)..].Trim());
        if (_rules.Earliest("ratingLabels", first) is not { Match.Index: 0 } || _rules.Earliest("ratingLabels", second) is not { Match.Index: 0, Rule.Is: "strength" or "evidence" })
            return null;
        return Cell(first) is { } one && Cell(second.TrimEnd('.', ' ')) is { } other && (one.Scheme == other.Scheme || other.Scheme.IsLabelled) && (one.Strength is null) != (other.Strength is null)
            ? one with { Start = 0, End = text.Length, Strength = one.Strength ?? other.Strength, Evidence = one.Evidence ?? other.Evidence, Printed = text.TrimEnd('.', ' ') } : null;
    }

    private RatingMatch? Bare(string text, string? column)
    {
        var found = from scheme in Schemes
                    where !scheme.IsLabelled || column is "strength" or "evidence"
                    from form in scheme.Cells
                    let match = form.Form.Match(text.Trim())
                    where match.Success
                    let rating = Of(scheme, form, match)
                    where column is not "strength" || rating.Strength is not null
                    where column is not "evidence" || rating.Evidence is not null
                    select rating;
        return found.FirstOrDefault();
    }

    /// <summary>Ratings that were destroyed on the way here.</summary>
    public static IEnumerable<(Rule Rule, Match Match)> Broken(string text, RuleBook rules) =>
        rules.Schemes.SelectMany(scheme => scheme.Broken).SelectMany(rule => rule.Form.Matches(text).Select(match => (rule, match))).GroupBy(found => found.match.Groups[0].Value.Trim('(', ')')).Select(same => same.First());

    /// <summary>A table with a column of statements and one of strengths, or a few labelled lines.</summary>
    private static bool HasLabels(Outline outline, RuleBook rules) =>
        outline.Passages.Any(passage => passage.Block.Kind == Pages.BlockKind.Row && Enumerable.Range(0, passage.Block.Cells.Count).Select(passage.Block.CellText).Where(text => text.Length is > 2 and < 60).Select(text => rules.First("columns", text)?.Is).ToList() is var columns && columns.Contains("recommendation") && columns.Any(column => column is "strength" or "evidence"))
        || outline.Passages.Count(passage => passage.Block.Text.Length < 100 && rules.Earliest("ratingLabels", passage.Block.Text) is { Match.Index: 0, Rule.Is: "strength" or "evidence" }) > 1;

    private static bool IsUsed(Scheme scheme, List<string> texts, RuleBook rules)
    {
        var count = 0;
        foreach (var line in texts)
        {
            var text = line.Length < 60 && rules.Earliest("ratingLabels", line) is { Match: { Index: 0 } label } ? line[label.Length..] : line;
            if (scheme.Cells.Any(cell => cell.Form.IsMatch(text)) || scheme.Forms.Any(form => form.Form.IsMatch(text)))
                count++;
            if (count >= scheme.AtLeast)
                return true;
        }

        return false;
    }

    private static RatingMatch Of(Scheme scheme, Rule rule, Match match)
    {
        var strength = match.Groups["strength"] is { Success: true } s ? scheme.Strength?.Code(s.Value) ?? s.Value : null;
        var evidence = match.Groups["evidence"] is { Success: true } e ? scheme.Evidence?.Code(e.Value) ?? e.Value : null;
        var printed = match.Value.Trim(' ', '.', '*');
        if (printed is ['(', .., ')'] or ['[', .., ']'])
            printed = printed[1..^1].Trim();
        return new RatingMatch(scheme, rule, match.Index, match.Index + match.Length, printed, strength, evidence);
    }
}
