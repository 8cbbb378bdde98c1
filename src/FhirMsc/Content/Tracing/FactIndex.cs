namespace FhirMsc.Content.Tracing;

/// <summary>Lists everything in a guideline that has an id among its facts.</summary>
public static class FactIndex
{
    /// <summary>All named facts in the order of the content; arms under <c>study.arm</c>. If the content repeats an id, so does the list.</summary>
    public static IEnumerable<KeyValuePair<string, ITraceable>> Of(Guideline guideline)
    {
        ArgumentNullException.ThrowIfNull(guideline);
        return Facts(guideline).Select(fact => KeyValuePair.Create<string, ITraceable>(fact.Id, fact)).Concat(Arms(guideline));
    }

    private static IEnumerable<IFact> Facts(Guideline guideline) =>
    [
        guideline.Source,
        .. guideline.RatingSchemes,
        .. guideline.Recommendations.SelectMany(recommendation => recommendation.Exceptions.Prepend<IFact>(recommendation)),
        .. guideline.Background,
        .. guideline.Studies.SelectMany(study => study.Endpoints.Concat<IFact>(study.Outcomes).Prepend(study)),
        .. guideline.AdverseEffects.SelectMany(effects => effects.Risks.Prepend<IFact>(effects)),
        .. guideline.Considerations,
        .. guideline.References,
        .. guideline.Defects,
    ];

    private static IEnumerable<KeyValuePair<string, ITraceable>> Arms(Guideline guideline) =>
        from study in guideline.Studies
        from arm in study.Arms
        select KeyValuePair.Create<string, ITraceable>($"{study.Id}.{arm.Id}", arm);
}
