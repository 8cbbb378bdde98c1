using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>Figures as R5's <c>Evidence.statistic</c> in extensions. Digits stay as printed; what is not printed is not there.</summary>
internal static class R4Statistics
{
    private const string StatisticTypes = "http://terminology.hl7.org/CodeSystem/statistic-type";
    private const string EstimateTypes = "http://terminology.hl7.org/CodeSystem/attribute-estimate-type";

    /// <summary>All figures of a result.</summary>
    public static IEnumerable<Element?> Of(string url, Study study, Outcome outcome) =>
        outcome.Results.Select(result => Of(url, study, outcome, result)).Concat(outcome.Effects.Select(effect => Of(url, study, effect)));

    private static Element? Of(string url, Study study, Outcome outcome, ArmResult result)
    {
        var arm = study.Arms.First(candidate => candidate.Id == result.Arm);
        return Extension.Of(
            url,
            [
                Extension.Of("description", "valueMarkdown", $"{result.Category ?? outcome.Title}: {arm.Name}"),
                result.Implied ? Extension.Of("note", "valueAnnotation", Datatypes.Note("Follows from the text; not printed.")) : null,
                Extension.Of("statisticType", "valueCodeableConcept", result.Percentage is null ? Type("C25463", "Count") : Type("C44256", "Proportion")),
                result.Category is null ? null : Extension.Of("category", "valueCodeableConcept", Datatypes.Words(result.Category)),
                result.Percentage is { } percentage ? Extension.Of("quantity", "valueQuantity", Datatypes.Quantity(percentage, "%", result.Origin)) : null,
                Extension.Of("numberAffected", "valueUnsignedInt", result.Affected),
                Extension.Of("sampleSize", [Extension.Of("numberOfParticipants", "valueUnsignedInt", result.Of)]),
            ],
            result.Origin);
    }

    private static Element? Of(string url, Study study, EffectEstimate effect)
    {
        var (code, display) = Code(effect.Measure);
        var unit = effect.Unit ?? (IsRatio(effect.Measure) ? "1" : null);
        var reading = effect.ComparedArm is null || effect.ReferenceArm is null
            ? $"{Words.Capitalised(Words.Of(effect.Measure))} as printed; which arm is the reference is not stated."
            : $"{Words.Capitalised(Words.Of(effect.Measure))}: {Name(study, effect.ComparedArm)} compared with {Name(study, effect.ReferenceArm)}.";
        return Extension.Of(
            url,
            [
                Extension.Of("description", "valueMarkdown", reading),
                Extension.Of("note", "valueAnnotation", Datatypes.Note(effect.Note, effect.Origin)),
                Extension.Of("statisticType", "valueCodeableConcept", Type(code, display)),
                Extension.Of("quantity", "valueQuantity", Datatypes.Quantity(effect.Value, unit, effect.Origin)),
                Extension.Of("sampleSize", [Extension.Of("numberOfParticipants", "valueUnsignedInt", effect.Participants)]),
                effect.Interval is { } interval ? Interval(interval, unit) : null,
                effect.PValue is { } p ? PValue(p) : null,
            ],
            effect.Origin);
    }

    private static Element? Interval(EstimateInterval interval, string? unit) => Extension.Of(
        "attributeEstimate",
        [
            Extension.Of("type", "valueCodeableConcept", Datatypes.Concept(EstimateTypes, "C53324", "Confidence interval")),
            Extension.Of("level", "valueDecimal", Hundredth(interval.Level)),
            Extension.Of("range", "valueRange", new Element(interval.Origin)
            {
                { "low", Datatypes.Quantity(interval.Low, unit) },
                { "high", Datatypes.Quantity(interval.High, unit) },
            }),
        ],
        interval.Origin);

    /// <summary>A P value with its sign in words, and as a quantity where it is a plain number or a bound.</summary>
    private static Element? PValue(string printed)
    {
        var text = printed.Trim();
        var comparator = text.StartsWith("<=", StringComparison.Ordinal) || text.StartsWith('≤') ? "<="
            : text.StartsWith(">=", StringComparison.Ordinal) || text.StartsWith('≥') ? ">="
            : text.StartsWith('<') ? "<"
            : text.StartsWith('>') ? ">"
            : null;
        var digits = text.TrimStart('<', '>', '=', '≤', '≥', ' ');
        var quantity = PrintedDecimal.TryParse(digits, out var number) ? new Element { { "value", number }, { "comparator", comparator } } : null;
        return Extension.Of(
            "attributeEstimate",
            [
                Extension.Of("description", "valueMarkdown", $"P {printed}"),
                Extension.Of("type", "valueCodeableConcept", Datatypes.Concept(EstimateTypes, "C44185", "P-value")),
                Extension.Of("quantity", "valueQuantity", quantity),
            ]);
    }

    /// <summary>A level in percent as R5 wants it, by moving the decimal sign: <c>95</c> is <c>0.95</c>, <c>97.5</c> is <c>0.975</c>.</summary>
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

    private static (string Code, string Display) Code(EffectMeasure measure) => measure switch
    {
        EffectMeasure.HazardRatio => ("C93150", "Hazard Ratio"),
        EffectMeasure.RelativeRisk => ("C93152", "Relative Risk"),
        EffectMeasure.RateRatio => ("rate-ratio", "Incidence Rate Ratio"),
        EffectMeasure.OddsRatio => ("C16932", "Odds Ratio"),
        EffectMeasure.RiskDifference => ("0000424", "Risk Difference"),
        _ => ("0000457", "Mean Difference"),
    };
}
