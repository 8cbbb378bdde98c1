namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>The cardinalities that nearly all elements have, in three bits of <see cref="ElementParts"/>.</summary>
internal static class ElementCardinality
{
    private const int Shift = 3;

    /// <summary>Least and greatest number by the value of the bits; 0 stands for none of them.</summary>
    private static readonly int[] Least = [0, 0, 0, 1, 1, 0], Greatest = [0, 1, int.MaxValue, 1, int.MaxValue, 0];

    /// <summary>The bits for a cardinality, or the flag that says it is spelt out.</summary>
    public static ElementParts Parts(int? min, int? max)
    {
        for (var bits = 1; bits < Least.Length; bits++)
        {
            if (min == Least[bits] && max == Greatest[bits])
            {
                return (ElementParts)(bits << Shift);
            }
        }

        return min is null && max is null ? ElementParts.None : ElementParts.Cardinality;
    }

    /// <summary>The cardinality that the bits stand for; false if there is none or it is spelt out.</summary>
    public static bool TryFind(ElementParts parts, ref int? min, ref int? max)
    {
        var bits = (int)(parts & ElementParts.FrequentCardinality) >> Shift;
        if (bits == 0)
        {
            return false;
        }

        (min, max) = (Least[bits], Greatest[bits]);
        return true;
    }
}
