namespace FhirMsc.Content.Reading.Checks;

/// <summary>The one list of checks.</summary>
internal static class ContentChecks
{
    /// <summary>All checks; their order does not matter, because findings are sorted by place.</summary>
    public static IReadOnlyList<IContentCheck> All { get; } =
    [
        new IdentityCheck(),
        new PlaceCheck(),
        new RatingSchemeCheck(),
        new RatingCheck(),
        new CitationCheck(),
        new NamedFactCheck(),
        new ArmCheck(),
        new ResultCheck(),
        new EffectCheck(),
        new ConceptCheck(),
        new ValueSetCheck(),
        new CodeCheck(),
        new CriterionCheck(),
        new ExpressionCheck(),
        new QueryCheck(),
        new ServiceCheck(),
        new CardCheck(),
    ];
}
