namespace FhirMsc.Content.Studies;

/// <summary>Measures of effect; each has its code in THO's <c>statistic-type</c>.</summary>
public enum EffectMeasure
{
    /// <summary>Hazard ratio.</summary>
    HazardRatio,

    /// <summary>Relative risk.</summary>
    RelativeRisk,

    /// <summary>Rate ratio.</summary>
    RateRatio,

    /// <summary>Odds ratio.</summary>
    OddsRatio,

    /// <summary>Risk difference.</summary>
    RiskDifference,

    /// <summary>Difference of means.</summary>
    MeanDifference,
}
