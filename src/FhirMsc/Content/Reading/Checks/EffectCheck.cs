using System.Globalization;
using FhirMsc.Content.Studies;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Estimates lie inside of their intervals, and about where the usual methods put them.</summary>
internal sealed class EffectCheck : IContentCheck
{
    /// <summary>How far from the middle of its interval an estimate may lie, as a part of the interval's half width.</summary>
    private const double Tolerance = 0.25;

    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        foreach (var effect in guideline.Studies.SelectMany(study => study.Outcomes).SelectMany(outcome => outcome.Effects))
        {
            if (effect.Value.Text is not null)
                Effect(effect, report);
        }
    }

    private static void Effect(EffectEstimate effect, Report report)
    {
        var ratio = effect.Measure is EffectMeasure.HazardRatio or EffectMeasure.RelativeRisk or EffectMeasure.RateRatio or EffectMeasure.OddsRatio;
        if (ratio && effect.Value.Value <= 0)
            report.Add(ContentFactIssues.NegativeRatio, effect.Origin.Path + ".value", effect.Value);
        if (effect.Interval is not { Low.Text: not null, High.Text: not null } interval)
            return;
        var path = interval.Origin.Path;
        if (interval.Level.Text is not null && interval.Level.Value is < 50 or >= 100)
            report.Add(ContentFactIssues.IntervalLevel, path + ".level", interval.Level);
        if (ratio && interval.Low.Value < 0)
            report.Add(ContentFactIssues.NegativeRatio, path + ".low", interval.Low);
        if (interval.Low.Value > interval.High.Value)
            report.Add(ContentFactIssues.IntervalReversed, path, interval.Low, interval.High);
        else if (effect.Value.Value < interval.Low.Value || effect.Value.Value > interval.High.Value)
            report.Add(ContentFactIssues.IntervalExcludes, effect.Origin.Path + ".value", effect.Value, interval.Low, interval.High);
        else if (Middle(effect.Value, interval, ratio) is { } middle)
            report.Add(ContentFactIssues.IntervalAsymmetric, effect.Origin.Path + ".value", effect.Value, interval.Low, interval.High, middle);
    }

    /// <summary>
    /// The middle of the interval if the estimate is grossly off it. Intervals of ratios are symmetric on the logarithmic scale, those of
    /// differences on the plain one. Every figure may be off by half of its last digit, which is taken in favour of the page.
    /// </summary>
    private static string? Middle(PrintedDecimal value, EstimateInterval interval, bool ratio)
    {
        if (ratio && interval.Low.Value <= 0)
            return null;
        var (low, high) = (Scale(interval.Low.Value), Scale(interval.High.Value));
        var slack = Slack(value) + ((Slack(interval.Low) + Slack(interval.High)) / 2);
        var (middle, half) = ((low + high) / 2, (high - low) / 2);
        var off = Math.Abs(Scale(value.Value) - middle) - slack;
        if (off <= Tolerance * half)
            return null;
        return (ratio ? Math.Exp(middle) : middle).ToString("0.###", CultureInfo.InvariantCulture);

        double Scale(decimal number) => ratio ? Math.Log((double)number) : (double)number;

        double Slack(PrintedDecimal number)
        {
            var halfDigit = Math.Pow(10, -number.Decimals) / 2;
            return ratio ? halfDigit / (double)number.Value : halfDigit;
        }
    }
}
