namespace FhirMsc.Fhir.Snapshots;

/// <summary>Finds, among the elements below one, that which a name in a differential means.</summary>
internal sealed class ChildNames
{
    private readonly IReadOnlyList<ElementNode> children;
    private readonly Dictionary<string, int> byName;

    public ChildNames(IReadOnlyList<ElementNode> children)
    {
        this.children = children;
        byName = new Dictionary<string, int>(children.Count, StringComparer.Ordinal);
        for (var i = 0; i < children.Count; i++)
        {
            byName.TryAdd(children[i].Name, i);
        }
    }

    /// <summary>
    /// The number of the element, or -1. <c>valueQuantity</c> means <c>value[x]</c> (https://hl7.org/fhir/R4/profiling.html#slicing, "type slicing": the name
    /// with a type is a shortcut), and <c>value[x]</c> means an element that was renamed because it has but one type.
    /// </summary>
    public int Find(string name)
    {
        if (byName.TryGetValue(name, out var at))
        {
            return at;
        }

        for (var i = 0; i < children.Count; i++)
        {
            if (TypeSlices.ShortcutType(children[i].Element, children[i].Name, name) is not null
                || (name.EndsWith("[x]", StringComparison.Ordinal) && TypeSlices.IsRenamed(children[i].Element, children[i].Name, name)))
            {
                return i;
            }
        }

        return -1;
    }
}
