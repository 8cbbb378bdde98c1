using System.Text.RegularExpressions;
using FhirMsc.Content.Cards;
using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Cards keep to the limits of CDS Hooks and show what a clinician must not miss: the statement, its age, and that it is archived.</summary>
internal sealed partial class CardCheck : IContentCheck
{
    /// <summary>CDS Hooks, card attributes: the summary has fewer than 140 characters.</summary>
    private const int SummaryLimit = 140;

    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        foreach (var service in guideline.Services)
        {
            foreach (var note in service.Notes)
                Markdown(note.Text, note.Origin.Path + ".text", [], report);
            foreach (var card in service.Cards)
                Card(guideline, service, card, report);
            foreach (var hint in service.Hints)
                Hint(service, hint, report);
        }
    }

    private static void Card(Guideline guideline, Service service, CardContent card, Report report)
    {
        var path = card.Origin.Path;
        if (card.Summary.Length >= SummaryLimit)
            report.Add(ContentFactIssues.SummaryTooLong, path + ".summary", card.Summary.Length);
        Markdown(card.Summary, path + ".summary", [], report);
        Markdown(card.Detail, path + ".detail", CardPlaceholders.For(guideline), report);
        if (card.Detail.Length > 0)
            Shown(guideline, service, card, report);
    }

    /// <summary>What is not certain enough to warn of may not look like a warning, nor change orders.</summary>
    private static void Hint(Service service, ServiceHint hint, Report report)
    {
        if (hint.Card.Priority != CardPriority.Routine || hint.Card.Suggestions.Count > 0 || hint.Card.OverrideReasons.Count > 0)
            report.Add(ContentFactIssues.HintTooLoud, hint.Card.Origin.Path, hint.Id);
        if (hint.Id == Service.MainAction || service.Hints.Count(other => other.Id == hint.Id) > 1)
            report.Add(ContentFactIssues.HintId, hint.Origin.Path + ".id", hint.Id, Service.MainAction);
    }

    private static void Shown(Guideline guideline, Service service, CardContent card, Report report)
    {
        var (detail, path) = (card.Detail, card.Origin.Path + ".detail");
        foreach (var id in service.Recommendations.Where(id => !detail.Contains($"{{quote:{id}}}", StringComparison.Ordinal)))
            report.Add(ContentFactIssues.QuotationNotShown, path, id);
        if (guideline.Source.Archived is not null && !detail.Contains("{archived}", StringComparison.Ordinal))
            report.Add(ContentFactIssues.ArchiveNotShown, path);
        if (guideline.Source.LastUpdated is not null && !detail.Contains("{updated}", StringComparison.Ordinal))
            report.Add(ContentFactIssues.DateNotShown, path);
    }

    private static void Markdown(string text, string path, IReadOnlyCollection<string> placeholders, Report report)
    {
        if (Html().Match(text) is { Success: true } html)
            report.Add(ContentFactIssues.Html, path, html.Value);
        foreach (var name in Placeholder().Matches(text).Select(match => match.Groups[1].Value).Where(name => !placeholders.Contains(name)))
            report.Add(ContentFactIssues.UnknownPlaceholder, path, name, Nearest.Hint(name, placeholders));
    }

    /// <summary>The beginning of a tag, a closing tag, a comment or a declaration. Autolinks in angle brackets are caught too: write links as Markdown does.</summary>
    [GeneratedRegex(@"<[A-Za-z/!?][^\s>]{0,20}", RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    [GeneratedRegex(@"\{([^{}\s]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
