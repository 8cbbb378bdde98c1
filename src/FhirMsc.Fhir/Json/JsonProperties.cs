using System.Buffers;

namespace FhirMsc.Fhir.Json;

/// <summary>The properties of all objects that are being read, those of the innermost last. A struct that changes: to be kept in one place and not copied.</summary>
internal struct JsonProperties : IDisposable
{
    /// <summary>Above this many properties in one object, looking for one goes through a table.</summary>
    private const int Few = 40;

    private JsonProperty[] items;

    public JsonProperties() => items = ArrayPool<JsonProperty>.Shared.Rent(64);

    /// <summary>One past the last.</summary>
    public int Count { get; private set; }

    public readonly ref JsonProperty this[int place] => ref items[place];

    /// <summary>Finds a property of an object by its name's number.</summary>
    /// <param name="first">Where the object's properties start.</param>
    /// <param name="number">The number.</param>
    /// <param name="table">The object's table, once it has one.</param>
    /// <returns>Its place; -1 if the object does not have it.</returns>
    public readonly int Find(int first, int number, ref Dictionary<int, int>? table)
    {
        if (Count - first > Few && table is null)
        {
            table = [];
            for (var i = first; i < Count; i++)
            {
                table.TryAdd(items[i].Name, i);
            }
        }

        if (table is not null)
        {
            return table.GetValueOrDefault(number, -1);
        }

        for (var i = first; i < Count; i++)
        {
            if (items[i].Name == number)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Keeps a place for a property, which is written there when it has been read.</summary>
    public int Remember(int number, Dictionary<int, int>? table)
    {
        if (Count == items.Length)
        {
            var more = ArrayPool<JsonProperty>.Shared.Rent(items.Length * 2);
            items.CopyTo(more);
            Dispose();
            items = more;
        }

        table?.Add(number, Count);
        return Count++;
    }

    /// <summary>Ends an object.</summary>
    public void ForgetFrom(int first) => Count = first;

    /// <inheritdoc/>
    public readonly void Dispose() => ArrayPool<JsonProperty>.Shared.Return(items);
}
