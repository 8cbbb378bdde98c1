using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.FhirPath.Checking;

/// <summary>What items an expression may give, as far as the definitions tell.</summary>
/// <param name="Fhir">FHIR types they may be of.</param>
/// <param name="System">FHIRPath's own types they may be of.</param>
/// <param name="IsKnown">Whether that is all: if not, nothing can be said against a step from here.</param>
/// <param name="IsUnordered">Whether the order of the items means nothing.</param>
internal sealed record StaticType(IReadOnlyList<TypeDefinition> Fhir, IReadOnlyList<ItemKind> System, bool IsKnown, bool IsUnordered = false)
{
    public static StaticType Unknown { get; } = new([], [], false);

    public static StaticType Unordered { get; } = new([], [], false, true);

    public static StaticType Of(params TypeDefinition[] types) => new(types, [], true);

    public static StaticType Of(ItemKind kind) => new([], [kind], true);

    public StaticType With(StaticType other) => new([.. Fhir.Union(other.Fhir)], [.. System.Union(other.System)], IsKnown && other.IsKnown, IsUnordered || other.IsUnordered);

    /// <summary>In words: <c>a Patient</c>, <c>a Quantity or a string</c>.</summary>
    public string Describe()
    {
        var names = Fhir.Select(type => type.Name).Concat(System.Select(kind => "System." + kind)).ToList();
        return names.Count <= 4 ? string.Join(" or ", names) : string.Join(", ", names.Take(3)) + $" or one of {names.Count - 3} others";
    }
}
