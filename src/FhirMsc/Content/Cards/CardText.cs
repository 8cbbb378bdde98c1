using System.Globalization;
using System.Text;
using FhirMsc.Content.Ratings;
using FhirMsc.Content.Studies;

namespace FhirMsc.Content.Cards;

/// <summary>Fills the placeholders of a card's detail from the guideline.</summary>
public static class CardText
{
    /// <summary>The detail of a service's card with every placeholder filled: Markdown.</summary>
    public static string Detail(Guideline guideline, Service service)
    {
        ArgumentNullException.ThrowIfNull(guideline);
        ArgumentNullException.ThrowIfNull(service);
        return Values(guideline).Aggregate(service.Card.Detail, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
    }

    /// <summary>What can be filled in for a guideline: name and Markdown.</summary>
    internal static IReadOnlyDictionary<string, string> Values(Guideline guideline)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var recommendation in guideline.Recommendations)
        {
            values[$"quote:{recommendation.Id}"] = recommendation.Quotation;
            if (recommendation.Rating is { } rating)
                values[$"rating:{recommendation.Id}"] = InWords(guideline, rating);
        }

        if (guideline.Source.LastUpdated is { } updated)
            values["updated"] = updated.Printed;
        if (guideline.Source.Archived is { } archived)
            values["archived"] = archived.Meaning;
        if (guideline.Studies.Count > 0)
            values["studies"] = Table(guideline);
        return values;
    }

    /// <summary>A rating in words: <c>AIIb (strength A: Strong; evidence IIb: Nonrandomized trials …)</c>.</summary>
    public static string InWords(Guideline guideline, Rating rating)
    {
        ArgumentNullException.ThrowIfNull(guideline);
        ArgumentNullException.ThrowIfNull(rating);
        var scheme = guideline.RatingSchemes.FirstOrDefault(scheme => scheme.Id == rating.Scheme);
        var parts = new List<string>();
        Part("strength", rating.Strength, scheme?.Strength);
        Part("evidence", rating.Evidence, scheme?.Evidence);
        return parts.Count == 0 ? rating.Printed : $"{rating.Printed} ({string.Join("; ", parts)})";

        void Part(string name, string? code, RatingAxis? axis)
        {
            if (code is not null)
                parts.Add($"{name} {code}: {axis?.Levels.FirstOrDefault(level => level.Code == code)?.Display ?? "not defined"}");
        }
    }

    private static string Table(Guideline guideline)
    {
        var table = new StringBuilder("| Study | Design | Participants | Findings | Limits |\n| --- | --- | --- | --- | --- |");
        foreach (var study in guideline.Studies)
        {
            var findings = study.Outcomes.Select(outcome => outcome.Finding).Distinct(StringComparer.Ordinal);
            var limits = study.Limitations.Concat(study.Notes).Select(limit => limit.Text);
            var cells = new[] { study.Label, study.Design.Text, Participants(study), string.Join(' ', findings), string.Join(' ', limits) };
            table.Append("\n| ").AppendJoin(" | ", cells.Select(Cell)).Append(" |");
        }

        return table.ToString();
    }

    /// <summary>The printed number, or the arms where only those are printed.</summary>
    private static string Participants(Study study)
    {
        if (study.Enrolled is { } enrolled)
            return enrolled.ToString(CultureInfo.InvariantCulture);
        var arms = study.Arms.Where(arm => arm.Count is not null).Select(arm => string.Create(CultureInfo.InvariantCulture, $"{arm.Name}: {arm.Count}"));
        return string.Join("; ", arms);
    }

    /// <summary>Text that stays in its cell.</summary>
    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
