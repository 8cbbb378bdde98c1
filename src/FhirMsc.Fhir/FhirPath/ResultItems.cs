using System.Collections;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>
/// The items of a result. Nodes get their types when somebody looks at the first of them, not when they are only counted; two threads that look at the same
/// time find the same.
/// </summary>
internal sealed class ResultItems(Item[] items, FhirModel? model, Item root) : IReadOnlyList<Item>
{
    private bool isTyped = model is null;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public Item this[int index] => Typed()[index];

    /// <inheritdoc/>
    public IEnumerator<Item> GetEnumerator() => Typed().AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All of them, with their types; not to be changed.</summary>
    internal Item[] Typed()
    {
        if (Volatile.Read(ref isTyped))
        {
            return items;
        }

        // Most results are one Boolean, which has nothing to find out.
        ElementTypes? types = null;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].IsNode && items[i].KnownType is null)
            {
                types ??= Types();
                items[i] = items[i].WithType(types.TypeOf(items[i].Tree, items[i].Index));
            }
        }

        Volatile.Write(ref isTyped, true);
        return items;
    }

    private ElementTypes Types()
    {
        var types = new ElementTypes(model!);
        if (root.IsSet)
        {
            types.SetRoot(root.Tree, root.Index, root.KnownType);
        }

        return types;
    }
}
