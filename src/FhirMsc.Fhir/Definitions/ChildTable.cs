using System.Numerics;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>Name number → child, open addressing over a table at most half full.</summary>
internal sealed class ChildTable
{
    private readonly int[] keys;
    private readonly TypeChild?[] children;
    private readonly int mask;

    public ChildTable(IEnumerable<ElementDefinition> elements)
    {
        Elements = [.. elements];
        List<(int Number, TypeChild Child)> names = [];
        foreach (var element in Elements)
        {
            if (!element.IsChoice)
            {
                Add(names, element.Name, element, element.Types.Count > 0 ? element.Types[0] : null);
                continue;
            }

            foreach (var reference in element.Types)
            {
                var type = reference.TypeName;
                Add(names, element.Name + char.ToUpperInvariant(type[0]) + type[1..], element, reference);
            }
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names.Count * 2));
        mask = size - 1;
        keys = new int[size];
        children = new TypeChild?[size];
        foreach (var (number, child) in names)
        {
            var slot = number & mask;
            while (children[slot] is not null)
            {
                slot = (slot + 1) & mask;
            }

            keys[slot] = number;
            children[slot] = child;
        }
    }

    public IReadOnlyList<ElementDefinition> Elements { get; }

    public TypeChild? Find(int number)
    {
        for (var slot = number & mask; children[slot] is { } child; slot = (slot + 1) & mask)
        {
            if (keys[slot] == number)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Names of the three releases are all in the table; those of other logical models need not be, and are found by their text only.</summary>
    private static void Add(List<(int Number, TypeChild Child)> names, string name, ElementDefinition element, TypeReference? reference)
    {
        var number = NameTable.Fhir.Find(name);
        if (number >= 0)
        {
            names.Add((number, new TypeChild(element, reference)));
        }
    }
}
