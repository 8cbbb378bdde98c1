namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>The cardinalities that nearly all elements have, in three bits of <see cref="ElementParts"/>.</summary>
internal static class ElementCardinality
{
    private const int Shift = 3;

    private static readonly (int? Min, int? Max)[] Frequent = [(null, null), (0, 1), (0, int.MaxValue), (1, 1), (1, int.MaxValue), (0, 0)];

    /// <summary>The bits for a cardinality, or the flag that says it is spelt out.</summary>
    public static ElementParts Parts(int? min, int? max)
    {
        var index = Array.IndexOf(Frequent, (min, max));
        return index < 0 ? ElementParts.Cardinality : (ElementParts)(index << Shift);
    }

    /// <summary>The cardinality that the bits stand for; <see langword="null"/> if there is none or it is spelt out.</summary>
    public static (int? Min, int? Max)? Of(ElementParts parts) =>
        (int)(parts & ElementParts.FrequentCardinality) >> Shift is var index and > 0 ? Frequent[index] : null;
}
