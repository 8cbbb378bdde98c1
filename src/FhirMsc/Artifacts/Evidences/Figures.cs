using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>Figures as <c>Evidence.statistic</c>. Digits stay as printed; what is not printed is not there.</summary>
internal static class Figures
{
    private const string StatisticTypes = "http://terminology.hl7.org/CodeSystem/statistic-type";
    private const string EstimateTypes = "http://terminology.hl7.org/CodeSystem/attribute-estimate-type";

    /// <summary>All printed figures of a result.</summary>
    public static IEnumerable<Element> Of(Study study, Outcome outcome) =>
        outcome.Results.Select(result => Of(study, outcome, result)).Concat(outcome.Effects.Select(effect => Of(study, effect)));

    /// <summary>Code of a measure in THO's <c>statistic-type</c>.</summary>
    public static Element Type(EffectMeasure measure) => measure switch
    {
        EffectMeasure.HazardRatio => Type("C93150", "Hazard Ratio"),
        EffectMeasure.RelativeRisk => Type("C93152", "Relative Risk"),
        EffectMeasure.RateRatio => Type("rate-ratio", "Incidence Rate Ratio"),
        EffectMeasure.OddsRatio => Type("C16932", "Odds Ratio"),
        EffectMeasure.RiskDifference => Type("0000424", "Risk Difference"),
        _ => Type("0000457", "Mean Difference"),
    };

    private static Element Of(Study study, Outcome outcome, ArmResult result) => new(result.Origin)
    {
        { "description", $"{result.Category ?? outcome.Title}: {study.Arms.First(arm => arm.Id == result.Arm).Name}" },
        { "note", [result.Implied ? Datatypes.Note("Follows from the text; not printed.") : null] },
        { "statisticType", result.Percentage is null ? Type("C25463", "Count") : Type("C44256", "Proportion") },
        { "category", result.Category is null ? null : Datatypes.Words(result.Category) },
        { "quantity", result.Percentage is { } percentage ? Datatypes.Quantity(percentage, "%", result.Origin) : null },
        { "numberAffected", result.Affected },
        { "sampleSize", new Element { { "numberOfParticipants", result.Of } } },
    };

    private static Element Of(Study study, EffectEstimate effect)
    {
        var unit = effect.Unit ?? (IsRatio(effect.Measure) ? "1" : null);
        var reading = effect.ComparedArm is null || effect.ReferenceArm is null
            ? $"{Words.Capitalised(Words.Of(effect.Measure))} as printed; which arm is the reference is not stated."
            : $"{Words.Capitalised(Words.Of(effect.Measure))}: {Name(study, effect.ComparedArm)} compared with {Name(study, effect.ReferenceArm)}.";
        return new Element(effect.Origin)
        {
            { "description", reading },
            { "note", [Datatypes.Note(effect.Note, effect.Origin)] },
            { "statisticType", Type(effect.Measure) },
            { "quantity", Datatypes.Quantity(effect.Value, unit, effect.Origin) },
            { "sampleSize", new Element { { "numberOfParticipants", effect.Participants } } },
            { "attributeEstimate", [effect.Interval is { } interval ? Interval(interval, unit) : null, effect.PValue is { } p ? PValue(p) : null] },
        };
    }

    private static Element Interval(EstimateInterval interval, string? unit) => new(interval.Origin)
    {
        { "type", Datatypes.Concept(EstimateTypes, "C53324", "Confidence interval") },
        { "level", Hundredth(interval.Level) },
        {
            "range",
            new Element(interval.Origin)
            {
                { "low", Datatypes.Quantity(interval.Low, unit) },
                { "high", Datatypes.Quantity(interval.High, unit) },
            }
        },
    };

    /// <summary>A P value with its sign in words, and as a quantity where it is a plain number or a bound.</summary>
    private static Element PValue(string printed)
    {
        var text = printed.Trim();
        var comparator = text.StartsWith("<=", StringComparison.Ordinal) || text.StartsWith('≤') ? "<="
            : text.StartsWith(">=", StringComparison.Ordinal) || text.StartsWith('≥') ? ">="
            : text.StartsWith('<') ? "<"
            : text.StartsWith('>') ? ">"
            : null;
        var digits = text.TrimStart('<', '>', '=', '≤', '≥', ' ');
        return new Element
        {
            { "description", $"P {printed}" },
            { "type", Datatypes.Concept(EstimateTypes, "C44185", "P-value") },
            { "quantity", PrintedDecimal.TryParse(digits, out var number) ? new Element { { "value", number }, { "comparator", comparator } } : null },
        };
    }

    /// <summary>A level in percent as FHIR wants it, by moving the decimal sign: <c>95</c> is <c>0.95</c>, <c>97.5</c> is <c>0.975</c>.</summary>
    private static PrintedDecimal Hundredth(PrintedDecimal percent)
    {
        var point = percent.Text.IndexOf('.', StringComparison.Ordinal);
        var (whole, rest) = point < 0 ? (percent.Text, string.Empty) : (percent.Text[..point], percent.Text[(point + 1)..]);
        var padded = whole.PadLeft(3, '0');
        return new PrintedDecimal($"{padded[..^2].TrimStart('0').PadLeft(1, '0')}.{padded[^2..]}{rest}");
    }

    private static bool IsRatio(EffectMeasure measure) =>
        measure is EffectMeasure.HazardRatio or EffectMeasure.RelativeRisk or EffectMeasure.RateRatio or EffectMeasure.OddsRatio;

    private static Element Type(string code, string display) => Datatypes.Concept(StatisticTypes, code, display);

    private static string Name(Study study, string arm) => study.Arms.First(candidate => candidate.Id == arm).Name;
}
