using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Validation.Attachments;
using FhirMsc.Fhir.Validation.Bundles;
using FhirMsc.Fhir.Validation.Expressions;
using FhirMsc.Fhir.Validation.Identification;
using FhirMsc.Fhir.Validation.Measures;
using FhirMsc.Fhir.Validation.Narratives;
using FhirMsc.Fhir.Validation.Questionnaires;
using FhirMsc.Fhir.Validation.Structures;
using FhirMsc.Fhir.Validation.Terminologies;
using FhirMsc.Fhir.Validation.Texts;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>The one list of all <see cref="ITypeRule"/>s.</summary>
internal static class TypeRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ITypeRule> All { get; } =
    [
        new AttachmentRule(),
        new BundleRule(),
        new CanonicalRule(),
        .. CanonicalUrlRule.All,
        new CodeSystemRule(),
        new CodingRule(),
        new ConceptMapRule(),
        new DisplayRule(),
        new ExpressionRule(),
        new IdentifierRule(),
        new IdUniquenessRule(),
        new MeasureRule(),
        new MeasureReportRule(),
        new NarrativeRule(),
        .. QuantityCodeRule.All,
        new QuestionnaireRule(),
        new QuestionnaireResponseRule(),
        new ExtensionRule(),
        new ReferenceFormRule(),
        new SystemCodeRule(),
        new VitalSignsRule(),
        new SearchParameterRule(),
        new StructureDefinitionRule(),
        .. TextRule.All,
        .. UrlRule.All,
        new ValueSetRule(),
    ];

    private static readonly FrozenDictionary<string, ITypeRule[]> ByType = All.GroupBy(rule => rule.TypeName).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Those of a type; for a resource, those of all resources too.</summary>
    public static ITypeRule[] For(TypeDefinition type) =>
        type.Kind == TypeKind.Resource ? [.. ByType.GetValueOrDefault("Resource", []), .. ByType.GetValueOrDefault(type.Name, [])] : ByType.GetValueOrDefault(type.Name, []);
}
