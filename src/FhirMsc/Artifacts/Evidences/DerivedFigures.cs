using System.Globalization;
using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>
/// Risk difference and relative risk, computed where the page prints both counts of both arms and leaves no doubt which arm is the reference. Each is
/// marked as derived and carries its formula, so that nobody takes it for a figure of the page.
/// </summary>
internal static class DerivedFigures
{
    /// <summary>Digits behind the decimal sign of a derived figure.</summary>
    private const int Digits = 3;

    /// <summary>The derived figures of a result; none where an arm's counts are not printed, or where the page itself compares.</summary>
    public static IEnumerable<Element> Of(Study study, Outcome outcome)
    {
        if (outcome.Effects.Count > 0 || outcome.Results.Any(result => result.Implied || result.Of is null or 0) || EvidenceRoles.Compared(study, outcome) is not { } pair)
        {
            yield break;
        }

        foreach (var category in outcome.Results.GroupBy(result => result.Category))
        {
            if (category.Count() != 2 || category.FirstOrDefault(result => result.Arm == pair.Exposed.Id) is not { } exposed
                || category.FirstOrDefault(result => result.Arm == pair.Reference.Id) is not { } reference)
            {
                continue;
            }

            var what = $"{category.Key ?? outcome.Title}: {pair.Exposed.Name} compared with {pair.Reference.Name}";
            var (a, b) = ((decimal)exposed.Affected / exposed.Of!.Value, (decimal)reference.Affected / reference.Of!.Value);
            var (left, right) = ($"{exposed.Affected}/{exposed.Of}", $"{reference.Affected}/{reference.Of}");
            yield return Figure(outcome, EffectMeasure.RiskDifference, what, $"{left} − {right}", a - b);
            if (reference.Affected > 0)
            {
                yield return Figure(outcome, EffectMeasure.RelativeRisk, what, $"({left}) ÷ ({right})", a / b);
            }
        }
    }

    private static Element Figure(Outcome outcome, EffectMeasure measure, string what, string formula, decimal value) => new(outcome.Origin)
    {
        { "description", $"Derived, not printed. {Words.Capitalised(Words.Of(measure))}, {what}." },
        { "note", [Datatypes.Note(string.Create(CultureInfo.InvariantCulture, $"Derived from the printed counts: {formula}, rounded to {Digits} digits. The page prints no such figure."))] },
        { "statisticType", Figures.Type(measure) },
        { "quantity", Datatypes.Quantity(new PrintedDecimal(Math.Round(value, Digits, MidpointRounding.AwayFromZero).ToString($"F{Digits}", CultureInfo.InvariantCulture)), "1") },
    };
}
