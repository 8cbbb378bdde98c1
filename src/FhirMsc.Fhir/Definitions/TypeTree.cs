namespace FhirMsc.Fhir.Definitions;

/// <summary>Cuts the snapshot of a structure into types: the structure's own and one for every element that has elements below it.</summary>
internal static class TypeTree
{
    /// <summary>The types of a structure by path, the structure's own first.</summary>
    public static Dictionary<string, TypeDefinition> Build(FhirModel model, StructureDefinition structure)
    {
        var snapshot = structure.Snapshot ?? [];
        var types = new Dictionary<string, TypeDefinition>(StringComparer.Ordinal);
        for (var i = 0; i < snapshot.Count; i++)
        {
            var root = snapshot[i];
            if (i > 0 && (i + 1 == snapshot.Count || !IsBelow(snapshot[i + 1].Path, root.Path)))
            {
                continue;
            }

            var kind = i > 0 ? TypeKind.Backbone : KindOf(structure.Kind);
            var baseName = i > 0 ? root.Types.Count > 0 ? root.Types[0].TypeName : null : structure.BaseDefinition;
            types.TryAdd(root.Path, new TypeDefinition(model, structure, kind, root, Below(snapshot, i), baseName));
        }

        return types;
    }

    private static TypeKind KindOf(StructureKind kind) => kind switch
    {
        StructureKind.Primitive => TypeKind.Primitive,
        StructureKind.Complex => TypeKind.Complex,
        StructureKind.Resource => TypeKind.Resource,
        _ => TypeKind.Logical,
    };

    /// <summary>The elements right below another. Slices are left out: a type's elements have each name once.</summary>
    private static ElementDefinition[] Below(IReadOnlyList<ElementDefinition> snapshot, int parent)
    {
        var path = snapshot[parent].Path;
        var below = new List<ElementDefinition>();
        for (var i = parent + 1; i < snapshot.Count && IsBelow(snapshot[i].Path, path); i++)
        {
            if (snapshot[i].Path.LastIndexOf('.') == path.Length && snapshot[i].SliceName is null)
            {
                below.Add(snapshot[i]);
            }
        }

        return [.. below];
    }

    private static bool IsBelow(string path, string parent) => path.Length > parent.Length && path[parent.Length] == '.' && path.StartsWith(parent, StringComparison.Ordinal);
}
