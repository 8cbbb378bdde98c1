using System.Numerics;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>Name number → child, open addressing over a table at most half full.</summary>
internal sealed class ChildTable
{
    private readonly TypeChild?[] slots;
    private readonly int mask;

    public ChildTable(IReadOnlyList<ElementDefinition> elements)
    {
        var count = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            count += Math.Max(1, elements[i].Types.Count);
        }

        slots = new TypeChild?[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count * 2))];
        mask = slots.Length - 1;
        for (var i = 0; i < elements.Count; i++)
        {
            var element = elements[i];
            if (!element.IsChoice)
            {
                Add(element.Name, element, element.Types.Count > 0 ? element.Types[0] : null);
                continue;
            }

            for (var t = 0; t < element.Types.Count; t++)
            {
                var type = element.Types[t].TypeName;
                Add(string.Concat(element.Name, type[..1].ToUpperInvariant(), type[1..]), element, element.Types[t]);
            }
        }
    }

    public TypeChild? Find(int number)
    {
        for (var slot = number & mask; slots[slot] is { } child; slot = (slot + 1) & mask)
        {
            if (child.Number == number)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Names of the three releases are all in the name table; those of other logical models need not be, and are found by their text only.</summary>
    private void Add(string name, ElementDefinition element, TypeReference? reference)
    {
        var number = NameTable.Fhir.Find(name);
        if (number < 0)
        {
            return;
        }

        var slot = number & mask;
        while (slots[slot] is not null)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = new TypeChild(number, element, reference);
    }
}
