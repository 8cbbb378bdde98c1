using FhirMsc.Fhir.Validation.Narratives;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>The one list of what an element definition can say about a value, and what is made of it. Cardinality, children and slices are the walks' business.</summary>
internal static class RuleBuilders
{
    /// <summary>In the order that findings are wanted in.</summary>
    public static IReadOnlyList<Func<RuleSource, IEnumerable<IElementRule>>> All { get; } =
    [
        AllowedTypesRule.Build,
        FixedRule.Build,
        PatternRule.Build,
        RangeRule.Build,
        LengthRule.Build,
        RegexRule.Build,
        HasValueRule.Build,
        BindingRule.Build,
        ReferenceRule.Build,
        NarrativeControlRule.Build,
        InvariantRule.Build,
    ];

    /// <summary>The rules that an element definition adds to what is known.</summary>
    public static IElementRule[] Build(RuleSource source) => [.. All.SelectMany(build => build(source))];
}
