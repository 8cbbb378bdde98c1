using FhirMsc.Fhir.Validation.Rules;
using FhirMsc.Fhir.Validation.Slicing;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>
/// What a profile adds to an element of its type. Elements that it says nothing about are not there: the type's own rules are checked by themselves, once.
/// Immutable.
/// </summary>
internal sealed record ElementSchema
{
    /// <summary>Name without the type of a choice, or with it (<c>valueQuantity</c>) where a snapshot spells it that way.</summary>
    public required string Name { get; init; }

    /// <summary>Name as definitions write it.</summary>
    public required string Label { get; init; }

    /// <summary>Id in the profile.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical URL of the profile.</summary>
    public required string Profile { get; init; }

    /// <summary>The least number; 0 if the profile asks for no more than the type.</summary>
    public int Min { get; init; }

    /// <summary>The greatest number; <see cref="int.MaxValue"/> if the profile allows no fewer than the type.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>What holds on each value.</summary>
    public IElementRule[] Rules { get; init; } = [];

    /// <summary>What is said about elements below.</summary>
    public ElementSchema[] Children { get; init; } = [];

    /// <summary>How its items are sorted into slices.</summary>
    public SlicingSchema? Slicing { get; init; }

    /// <summary>Whether nothing is said at all.</summary>
    public bool IsEmpty => Min == 0 && Max == int.MaxValue && Rules.Length == 0 && Children.Length == 0 && Slicing is null;

    /// <summary>As JSON.</summary>
    public override string ToString() => SchemaPrinter.Print(this);
}
