using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>
/// Spells the parts that elements share (types, bindings, invariants…) as single texts, so that the string table is also the table of those: fields are
/// joined by U+0001, items of a list in a field by U+0002. Neither character can stand in a FHIR string.
/// </summary>
internal static class PackText
{
    private const char Field = '\u0001';
    private const char Item = '\u0002';

    public static string Of(TypeReference type) => Join(
        type.Code, type.FhirType, Items(type.Profiles), Items(type.TargetProfiles), Number((int)type.Aggregation), Number((int)type.Versioning), type.Regex);

    public static TypeReference Type(string text)
    {
        var f = Split(text);
        return new TypeReference
        {
            Code = f[0],
            FhirType = OrNull(f[1]),
            Profiles = Items(f[2]),
            TargetProfiles = Items(f[3]),
            Aggregation = (AggregationModes)Number(f[4]),
            Versioning = (ReferenceVersioning)Number(f[5]),
            Regex = OrNull(f[6]),
        };
    }

    public static string Of(ElementConstraint constraint) => Join(
        constraint.Key, Number((int)constraint.Severity), constraint.Human, constraint.Expression, constraint.Source, constraint.IsBestPractice ? "1" : string.Empty);

    public static ElementConstraint Constraint(string text)
    {
        var f = Split(text);
        return new ElementConstraint
        {
            Key = f[0],
            Severity = (Severity)Number(f[1]),
            Human = f[2],
            Expression = OrNull(f[3]),
            Source = OrNull(f[4]),
            IsBestPractice = f[5].Length > 0,
        };
    }

    public static string Of(ElementBinding binding) => Join(
        Number((int)binding.Strength), binding.ValueSet, binding.MaxValueSet, binding.MinValueSet,
        Items([.. binding.Additional.SelectMany(a => new[] { a.Purpose, a.ValueSet, a.HasUsage ? "1" : "0", a.Any ? "1" : "0" })]));

    public static ElementBinding Binding(string text)
    {
        var f = Split(text);
        return new ElementBinding
        {
            Strength = (BindingStrength)Number(f[0]),
            ValueSet = OrNull(f[1]),
            MaxValueSet = OrNull(f[2]),
            MinValueSet = OrNull(f[3]),
            Additional = f[4].Length == 0 ? [] : [.. Items(f[4]).Chunk(4).Select(a => new AdditionalBinding(a[0], a[1], a[2] == "1", a[3] == "1"))],
        };
    }

    public static string Of(ElementSlicing slicing) => Join(
        Number((int)slicing.Rules), slicing.IsOrdered ? "1" : string.Empty, Items([.. slicing.Discriminators.SelectMany(d => new[] { Number((int)d.Type), d.Path })]));

    public static ElementSlicing Slicing(string text)
    {
        var f = Split(text);
        var items = Items(f[2]);
        var discriminators = new SlicingDiscriminator[items.Length / 2];
        for (var i = 0; i < discriminators.Length; i++)
        {
            discriminators[i] = new SlicingDiscriminator((DiscriminatorType)Number(items[2 * i]), items[(2 * i) + 1]);
        }

        return new ElementSlicing { Rules = (SlicingRules)Number(f[0]), IsOrdered = f[1].Length > 0, Discriminators = discriminators };
    }

    public static string Of(ElementValue value) => Join(value.TypeName, value.Json);

    public static ElementValue Value(string text)
    {
        var f = Split(text);
        return new ElementValue(f[0], f[1]);
    }

    public static string Of(ElementBase from) => Join(from.Path, Number(from.Min), Number(from.Max));

    public static ElementBase Base(string text)
    {
        var f = Split(text);
        return new ElementBase(f[0], Number(f[1]), Number(f[2]));
    }

    public static string Of(ExtensionContext context) => Join(context.Type, context.Expression);

    public static ExtensionContext Context(string text)
    {
        var f = Split(text);
        return new ExtensionContext(f[0], f[1]);
    }

    private static string Join(params string?[] fields) => string.Join(Field, fields);

    private static string[] Split(string text) => text.Split(Field);

    private static string Items(IReadOnlyList<string> items) => string.Join(Item, items);

    private static string[] Items(string field) => field.Length == 0 ? [] : field.Split(Item);

    private static string? OrNull(string field) => field.Length == 0 ? null : field;

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
