using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Drafts;
using FhirMsc.Content.Import.Findings;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import;

/// <summary>From a published page to a draft of its content, for a person to review.</summary>
public static class GuidelineImport
{
    /// <summary>Reads a page and drafts its content.</summary>
    /// <param name="stream">The page.</param>
    /// <param name="name">Its name: file, address or <c>standard input</c>.</param>
    /// <param name="json">Whether the draft is written as JSON instead of YAML.</param>
    /// <param name="format">Form of the page; <see langword="null"/> to tell it from name and text.</param>
    /// <param name="url">Address it was fetched from.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="clock">Measures how long it takes.</param>
    /// <param name="rules">Folder of rule files that are read with those the tool is delivered with; <see langword="null"/> for none.</param>
    /// <returns>The draft, or <see langword="null"/> when nothing could be read, with what must be said.</returns>
    public static ImportResult Import(Stream stream, string name, bool json = false, PageFormat? format = null, string? url = null, PageLimits? limits = null, TimeProvider? clock = null, string? rules = null)
    {
        RuleBook? book = null;
        try
        {
            if (rules is not null)
                book = RuleFiles.LoadWith(rules);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            return new ImportResult { Issues = [ImportIssues.NoRules.At(string.Empty, new SourcePosition(rules!, 1, 1, 0), problem.Message)] };
        }

        var (page, issues) = PageReader.Read(stream, name, format, limits, book ?? RuleBook.Default);
        if (page is null)
            return new ImportResult { Issues = issues };
        PageFindings findings;
        try
        {
            findings = PageImport.Find(page with { Url = url }, limits, clock, book);
        }
        catch (RegexMatchTimeoutException)
        {
            // One form needs more than its time on some stretch outside of the recommendations: such a page is no prose.
            return new ImportResult { Issues = [.. issues, ImportIssues.TooInvolved.At(string.Empty, new SourcePosition(name, 1, 1, 0))] };
        }

        var draft = DraftBuilder.Build(findings);
        return new ImportResult
        {
            Draft = json ? DraftWriter.Json(draft.Root) : DraftWriter.Yaml(draft.Root),
            Issues = [.. issues, .. findings.Issues],
            Unread = findings.Unread,
            Recommendations = findings.Recommendations.Count,
            References = findings.References.Count,
            Statistics = findings.Statistics.Count,
            Studies = findings.Studies.Count,
        };
    }
}
