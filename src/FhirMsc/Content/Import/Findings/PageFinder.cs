using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Runs all finders over a page. The same page gives the same findings; only a page that takes longer than allowed is cut short, and says so.</summary>
internal static partial class PageFinder
{
    /// <summary>Finds everything.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="limits">How long it may take.</param>
    /// <param name="clock">Measures that.</param>
    public static PageFindings Find(Page page, RuleBook rules, PageLimits limits, TimeProvider clock)
    {
        var (begun, issues, unread) = (clock.GetTimestamp(), new List<Issue>(), new List<Unread>(page.Unread));
        var start = new SourcePosition(page.Name, 1, 1, 0);
        var outline = Outline.Of(page, rules);
        var header = HeaderFinder.Find(page, outline, rules);
        outline = Outline.Of(page, rules, header.Title?.Span);
        var ratings = Ratings.Of(outline, rules, header.Date is { } date ? int.Parse(date.Value.Text[..4], System.Globalization.CultureInfo.InvariantCulture) : null);
        var findings = new PageFindings { Page = page, Outline = outline, Header = header, Ratings = ratings, Unread = [], Issues = [] };

        var (references, unreadReferences) = new ReferenceFinder(rules).Find(outline, GoOn);
        unread.AddRange(unreadReferences);
        findings = findings with { References = references };
        if (Languages.Other(outline, rules) is { } language)
        {
            issues.Add(ImportIssues.OtherLanguage.At(string.Empty, start, language));
        }
        else
        {
            var statements = Statements.Of(outline, ratings, rules, header.Title?.Value ?? page.HeadTitle);
            var (recommendations, unreadRatings) = RecommendationFinder.Find(outline, page.Format == PageFormat.Text, ratings, statements, rules, GoOn);
            unread.AddRange(unreadRatings);
            findings = findings with { Recommendations = recommendations };
            if (recommendations.Count == 0)
                issues.Add(ImportIssues.NoRecommendation.At(string.Empty, start, statements.NoGuideline ?? "The page has no rated statement, and nothing else on it is certain to be one."));
        }

        if (GoOn())
            findings = Figures(findings, rules, unread, GoOn);
        if (!GoOn())
            issues.Add(ImportIssues.TooSlow.At(string.Empty, start, (int)limits.MaximumTime.TotalSeconds));
        if (CutOff(page) is { } end)
        {
            issues.Add(ImportIssues.CutOff.At(string.Empty, start, end.Text));
            unread.Add(end);
            // What the break cut is not known, and could turn the sentence round. A rating stands at the end of what it rates, and shows that this is whole.
            findings = findings with { Recommendations = [.. findings.Recommendations.Where(found => found.Rating is not null || !found.Spans.Any(span => span.End == end.Span.End))] };
        }

        if (ratings.Ambiguous)
            unread.Add(Unread.Of(findings.Recommendations.FirstOrDefault(found => found.Rating is not null)?.Rating!.Span ?? default, "schemes/ambiguous", "The ratings of this page look the same in two schemes (evidence I, II, III and I, IIa, IIb, III); the scheme was chosen by the year of the page.", string.Empty));
        return findings with { Issues = issues, Unread = [.. unread.Distinct().OrderBy(item => item.Span.Start).ThenBy(item => item.Rule, StringComparer.Ordinal)] };

        bool GoOn() => clock.GetElapsedTime(begun) < limits.MaximumTime;
    }

    private static PageFindings Figures(PageFindings findings, RuleBook rules, List<Unread> unread, Func<bool> goOn)
    {
        var (citations, unreadCitations) = CitationFinder.Find(findings.Outline, findings.References, rules, goOn);
        var (statistics, unreadStatistics) = new StatisticFinder(rules).Find(findings.Outline, goOn);
        var counts = new CountFinder(rules).Find(findings.Outline, goOn);
        unread.AddRange([.. unreadCitations, .. unreadStatistics]);
        return findings with
        {
            Citations = citations,
            Statistics = statistics,
            Counts = counts,
            Studies = new StudyFinder(rules).Find(findings.Outline, citations, counts, statistics, goOn),
        };
    }

    /// <summary>A page whose last words are no end: a word, a comma, an open bracket.</summary>
    private static Unread? CutOff(Page page)
    {
        var last = page.Blocks.LastOrDefault(block => block.Text.Length > 0);
        if (last is null || last.Kind is BlockKind.Row || Address().IsMatch(last.Text) || last.Text.Length < 40 || !(last.Kind == BlockKind.Heading ? OpenHeading() : OpenEnd()).IsMatch(last.Text) || page.Blocks.Count < 4)
            return null;
        // A legend, "II = Trials; III = Expert opinion", ends as it likes.
        if (last.Text.Count(c => c == '=') > 1)
            return null;
        // Items that end without a stop are the rule on some pages; then only a word that asks for more shows a break.
        if (last.Kind == BlockKind.Item && page.Blocks.Any(block => block.Kind == BlockKind.Item && block != last && OpenEnd().IsMatch(block.Text)) && !OpenHeading().IsMatch(last.Text))
            return null;
        var tail = last.Text[Math.Max(0, last.Text.Length - 60)..];
        return Unread.Of(last.At(Math.Max(0, last.Text.Length - 60), last.Text.Length), "page/cut-off", "The page seems to be cut off here.", tail);
    }

    [GeneratedRegex(@"(?:,|\b(?:the|a|an|of|and|or|in|to|with|for|was|were|by|that|which|from))$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenHeading();

    [GeneratedRegex(@"(?:[,;–-]|\([^)]*|\b(?:the|a|an|of|and|or|in|to|with|for|is|was|were|by|that|which|from|at|on)|\b\p{Ll}{2,}-?)$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"https?://\S+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
