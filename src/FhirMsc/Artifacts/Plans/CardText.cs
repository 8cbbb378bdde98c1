using System.Text.RegularExpressions;
using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Plans;

/// <summary>Fills the places of a card's text with what the content says elsewhere, so that a fact is written once.</summary>
internal static partial class CardText
{
    /// <summary>The text with <c>{quote:ID}</c>, <c>{rating:ID}</c>, <c>{updated}</c>, <c>{archived}</c> and <c>{studies}</c> filled in.</summary>
    public static string Fill(Frame frame, string text) => Place().Replace(text.Trim(), match => (match.Groups["kind"].Value, match.Groups["id"].Value) switch
    {
        ("quote", var id) => frame.Recommendation(id).Quotation.Trim(),
        ("rating", var id) when frame.Recommendation(id).Rating is { } rating => Words.Of(rating, frame.Scheme(rating)),
        ("updated", _) => frame.Guideline.Source.LastUpdated?.Printed ?? string.Empty,
        ("archived", _) => frame.Guideline.Source.Archived?.Meaning.Trim() ?? string.Empty,
        ("studies", _) => Table(frame.Guideline.Studies),
        _ => string.Empty,
    });

    /// <summary>The studies as a Markdown table.</summary>
    private static string Table(IEnumerable<Study> studies) => string.Join('\n', (string[])
    [
        "| Study | Design | Participants | Findings | Remarks |",
        "| --- | --- | --- | --- | --- |",
        .. studies.Select(study => $"| {string.Join(" | ", Row(study).Select(Cell))} |"),
    ]);

    private static IEnumerable<string> Row(Study study) =>
        [study.Label, study.Design.Text, StudyWords.Participants(study), StudyWords.Findings(study), string.Join(" ", study.Limitations.Concat(study.Notes).Select(remark => remark.Text.Trim()))];

    private static string Cell(string text) => text.Trim().ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(?<kind>quote|rating):(?<id>[A-Za-z0-9\-.]+)\}|\{(?<kind>updated|archived|studies)\}")]
    private static partial Regex Place();
}
