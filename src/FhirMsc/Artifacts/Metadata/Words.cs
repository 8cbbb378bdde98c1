using FhirMsc.Content;
using FhirMsc.Content.Ratings;
using FhirMsc.Content.Recommendations;
using FhirMsc.Content.References;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Metadata;

/// <summary>Codes and words for the content's enumerations.</summary>
internal static class Words
{
    /// <summary>Code of <c>publication-status</c>.</summary>
    public static string Of(PublicationStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Words for a direction.</summary>
    public static string Of(Direction direction) => direction switch
    {
        Direction.For => "For",
        Direction.Against => "Against",
        Direction.Insufficient => "Neither for nor against: insufficient evidence",
        _ => "Neither for nor against",
    };

    /// <summary>Words for an allocation; <see langword="null"/> when the page says none.</summary>
    public static string? Of(Allocation allocation) => allocation switch
    {
        Allocation.Randomized => "randomized",
        Allocation.NonRandomized => "not randomized",
        Allocation.IntendedRandomized => "meant to be randomized but was not",
        _ => null,
    };

    /// <summary>Words for a masking; <see langword="null"/> when the page says none.</summary>
    public static string? Of(Masking masking) => masking switch
    {
        Masking.OpenLabel => "open-label",
        Masking.SingleBlind => "single-blind",
        Masking.DoubleBlind => "double-blind",
        _ => null,
    };

    /// <summary>Words for a measure.</summary>
    public static string Of(EffectMeasure measure) => measure switch
    {
        EffectMeasure.HazardRatio => "hazard ratio",
        EffectMeasure.RelativeRisk => "relative risk",
        EffectMeasure.RateRatio => "rate ratio",
        EffectMeasure.OddsRatio => "odds ratio",
        EffectMeasure.RiskDifference => "risk difference",
        _ => "mean difference",
    };

    /// <summary>A first letter in upper case.</summary>
    public static string Capitalised(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>Short name of a reference: first author or organisation, and year.</summary>
    public static string ShortName(Reference reference)
    {
        var first = reference.Authors.Count > 0 ? reference.Authors[0] : reference.Title ?? reference.Printed;
        var others = reference.Authors.Count > 1 || reference.MoreAuthors ? " et al." : string.Empty;
        return reference.Year is { } year ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}{others} {year}") : $"{first}{others}";
    }

    /// <summary>A rating in words, e.g. <c>AIIb (strength A: Strong; evidence IIb: Nonrandomized trials)</c>.</summary>
    public static string Of(Rating rating, RatingScheme scheme)
    {
        var parts = new[] { Axis("strength", scheme.Strength, rating.Strength), Axis("evidence", scheme.Evidence, rating.Evidence) }.OfType<string>().ToList();
        return parts.Count == 0 ? rating.Printed : $"{rating.Printed} ({string.Join("; ", parts)})";
    }

    private static string? Axis(string name, RatingAxis? axis, string? code) =>
        axis?.Levels.FirstOrDefault(level => level.Code == code) is { } level ? $"{name} {level.Code}: {level.Display}" : null;
}
