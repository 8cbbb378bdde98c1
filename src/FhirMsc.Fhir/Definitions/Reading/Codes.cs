using System.Collections.Frozen;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary>The codes of FHIR's required value sets that definitions use, and what they are here.</summary>
internal static class Codes
{
    /// <summary><c>structure-definition-kind</c>.</summary>
    public static readonly FrozenDictionary<string, StructureKind> Kind = Table(
        ("primitive-type", StructureKind.Primitive), ("complex-type", StructureKind.Complex), ("resource", StructureKind.Resource), ("logical", StructureKind.Logical));

    /// <summary><c>type-derivation-rule</c>.</summary>
    public static readonly FrozenDictionary<string, StructureDerivation> Derivation = Table(
        ("specialization", StructureDerivation.Specialization), ("constraint", StructureDerivation.Constraint));

    /// <summary><c>binding-strength</c>.</summary>
    public static readonly FrozenDictionary<string, BindingStrength> Strength = Table(
        ("required", BindingStrength.Required), ("extensible", BindingStrength.Extensible), ("preferred", BindingStrength.Preferred), ("example", BindingStrength.Example));

    /// <summary><c>resource-aggregation-mode</c>.</summary>
    public static readonly FrozenDictionary<string, AggregationModes> Aggregation = Table(
        ("contained", AggregationModes.Contained), ("referenced", AggregationModes.Referenced), ("bundled", AggregationModes.Bundled));

    /// <summary><c>reference-version-rules</c>.</summary>
    public static readonly FrozenDictionary<string, ReferenceVersioning> Versioning = Table(
        ("either", ReferenceVersioning.Either), ("independent", ReferenceVersioning.Independent), ("specific", ReferenceVersioning.Specific));

    /// <summary><c>property-representation</c>.</summary>
    public static readonly FrozenDictionary<string, Representations> Representation = Table(
        ("xmlAttr", Representations.XmlAttribute), ("xmlText", Representations.XmlText), ("typeAttr", Representations.TypeAttribute), ("cdaText", Representations.CdaText), ("xhtml", Representations.Xhtml));

    /// <summary><c>resource-slicing-rules</c>.</summary>
    public static readonly FrozenDictionary<string, SlicingRules> Slicing = Table(
        ("open", SlicingRules.Open), ("closed", SlicingRules.Closed), ("openAtEnd", SlicingRules.OpenAtEnd));

    /// <summary><c>discriminator-type</c>.</summary>
    public static readonly FrozenDictionary<string, DiscriminatorType> Discriminator = Table(
        ("value", DiscriminatorType.Value), ("exists", DiscriminatorType.Exists), ("pattern", DiscriminatorType.Pattern), ("type", DiscriminatorType.Type), ("profile", DiscriminatorType.Profile), ("position", DiscriminatorType.Position));

    /// <summary><c>constraint-severity</c>.</summary>
    public static readonly FrozenDictionary<string, Severity> Severities = Table(("error", Severity.Error), ("warning", Severity.Warning));

    /// <summary><c>codesystem-content-mode</c>.</summary>
    public static readonly FrozenDictionary<string, CodeSystemContentMode> Content = Table(
        ("not-present", CodeSystemContentMode.NotPresent), ("example", CodeSystemContentMode.Example), ("fragment", CodeSystemContentMode.Fragment), ("complete", CodeSystemContentMode.Complete), ("supplement", CodeSystemContentMode.Supplement));

    /// <summary>The primitive types of all releases: what <c>fixed[x]</c> ends with is one of these with a capital, or the name of a complex type.</summary>
    public static readonly FrozenSet<string> Primitives = new[]
    {
        "base64Binary", "boolean", "canonical", "code", "date", "dateTime", "decimal", "id", "instant", "integer", "integer64", "markdown", "oid",
        "positiveInt", "string", "time", "unsignedInt", "uri", "url", "uuid", "xhtml",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, T> Table<T>(params (string Code, T Value)[] rows) => rows.ToFrozenDictionary(row => row.Code, row => row.Value, StringComparer.Ordinal);
}
