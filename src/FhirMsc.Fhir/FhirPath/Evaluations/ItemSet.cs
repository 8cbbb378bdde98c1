using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>Items without duplicates by the rule of <c>=</c>. Few are compared one by one; many are found by a number that equal items have in common.</summary>
internal sealed class ItemSet(Evaluation run)
{
    private const int Few = 12;

    private readonly List<Item> items = [];
    private Dictionary<int, List<int>>? byHash;

    public int Count => items.Count;

    public IReadOnlyList<Item> Items => items;

    /// <summary>Adds an item unless an equal one is there.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Add(in Item item)
    {
        if (Contains(item, out var hash))
        {
            return false;
        }

        items.Add(item);
        if (byHash is not null)
        {
            AddHash(hash, items.Count - 1);
        }
        else if (items.Count > Few)
        {
            byHash = [];
            for (var i = 0; i < items.Count; i++)
            {
                AddHash(Hash(items[i]), i);
            }
        }

        return true;
    }

    public bool Contains(in Item item) => Contains(item, out _);

    private bool Contains(in Item item, out int hash)
    {
        hash = 0;
        if (byHash is null)
        {
            run.Step(items.Count + 1);
            foreach (var other in items)
            {
                if (ItemEquality.Items(run, other, item) == true)
                {
                    return true;
                }
            }

            return false;
        }

        hash = Hash(item);
        if (byHash.TryGetValue(hash, out var places))
        {
            run.Step(places.Count);
            foreach (var place in places)
            {
                if (ItemEquality.Items(run, items[place], item) == true)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void AddHash(int hash, int place)
    {
        if (!byHash!.TryGetValue(hash, out var places))
        {
            byHash.Add(hash, places = []);
        }

        places.Add(place);
    }

    /// <summary>Text by its characters, numbers by their value, elements by what is in them; all kinds that may equal each other in other forms share one number.</summary>
    private int Hash(in Item item)
    {
        if (item.IsNode && item.Node.Kind is NodeKind.None && !run.IsQuantity(item))
        {
            return DeepNodes.Hash(run, item.Node);
        }

        if (item.AsString() is { } text)
        {
            // A date may equal a differently written one, and a plain text that is written the same.
            return TryTemporal(text, out var moment) ? Hash(moment) : string.GetHashCode(text, StringComparison.Ordinal);
        }

        if (!run.TryConvert(item, out var value))
        {
            return 1;
        }

        if (value.Kind is ItemKind.Date or ItemKind.DateTime or ItemKind.Time)
        {
            return Hash(value.TemporalValue);
        }

        if (value.Kind == ItemKind.Boolean)
        {
            return value.BooleanValue ? 2 : 3;
        }

        // A quantity without dimension may equal a plain number; all others equal quantities only.
        return Numbers.TryQuantity(value, out var quantity) && quantity.ConvertTo(QuantityUnit.One) is { } number ? number.Value.GetHashCode() : 1;
    }

    /// <summary>Dates and times are equal only to the same precision, and with a time zone only to others that have one: then at the same moment.</summary>
    private static int Hash(Temporal moment) => (moment.Ticks - ((moment.OffsetMinutes ?? 0) * TimeSpan.TicksPerMinute)).GetHashCode();

    private static bool TryTemporal(string text, out Temporal moment)
    {
        moment = default;
        return text.Length > 1 && char.IsAsciiDigit(text[0]) && (Temporal.TryParse(text, TemporalKind.DateTime, out moment) || Temporal.TryParse(text, TemporalKind.Time, out moment));
    }
}
