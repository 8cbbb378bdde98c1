using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>An element below a type: how often, and in which JSON form.</summary>
internal sealed class ChildSchema(ElementDefinition element, int ordinal)
{
    /// <summary>The definition.</summary>
    public ElementDefinition Element { get; } = element;

    /// <summary>Its place among the type's elements.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>Name without the type of a choice.</summary>
    public string Name => Element.Name;

    /// <summary>Name as definitions write it: choices with <c>[x]</c>.</summary>
    public string Label { get; } = element.IsChoice ? element.Name + "[x]" : element.Name;

    /// <summary>The least number.</summary>
    public int Min { get; } = element.Min;

    /// <summary>The greatest number; <see cref="int.MaxValue"/> for <c>*</c>.</summary>
    public int Max { get; } = element.Max;

    /// <summary>Whether JSON writes it as an array: what it was where it was first defined decides.</summary>
    public bool IsArray { get; } = element.Max > 1 || element.Base is { Max: > 1 };
}
