using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Elements;

/// <summary>
/// Finds the FHIR types of nodes, when somebody asks: a resource by its <c>resourceType</c>, an element by its name below its parent's type. Remembers the
/// resource types it has met. For one thread at a time.
/// </summary>
internal sealed class ElementTypes(FhirModel model)
{
    private const int Remembered = 8;

    private static readonly int ResourceName = NameTable.Fhir.Find("resource");
    private static readonly int ContainedName = NameTable.Fhir.Find("contained");
    private static readonly int OutcomeName = NameTable.Fhir.Find("outcome");
    private static readonly int ExtensionName = NameTable.Fhir.Find("extension");
    private static readonly int ModifierExtensionName = NameTable.Fhir.Find("modifierExtension");

    private readonly TypeDefinition?[] met = new TypeDefinition?[Remembered];
    private int next;
    private NodeTree? rootTree;
    private int rootIndex;
    private TypeDefinition? rootType;
    private NodeTree? parentTree;
    private int parentIndex;
    private TypeDefinition? parentType;

    public FhirModel Model => model;

    /// <summary>States the type of a node whose parents don't tell it: a part of a resource on its own.</summary>
    public void SetRoot(NodeTree? tree, int index, TypeDefinition? type)
    {
        rootTree = tree;
        rootIndex = index;
        rootType = type;
        parentTree = null;
        parentType = null;
    }

    /// <summary>The type of a node, or <see langword="null"/> where the definitions have none.</summary>
    public TypeDefinition? TypeOf(NodeTree tree, int index)
    {
        if (rootType is not null && index == rootIndex && ReferenceEquals(tree, rootTree))
        {
            return rootType;
        }

        ref readonly var data = ref tree.Nodes[index];
        if (index == 0)
        {
            return ResourceTypeOf(tree, index);
        }

        // Where resources stand, what they say of themselves is all there is to know.
        if (IsResourceName(data.Name) && ResourceTypeOf(tree, index) is { } resource)
        {
            return resource;
        }

        if (ParentType(tree, data.Parent) is { } parent)
        {
            return Concrete(tree, index, ChildType(parent, tree, data.Name));
        }

        // Extensions are what they are below elements that nobody has defined, too.
        return data.Name == ExtensionName || data.Name == ModifierExtensionName ? model.FindType("Extension") : ResourceTypeOf(tree, index);
    }

    /// <summary>Siblings are asked for one after the other, so the last parent is remembered.</summary>
    private TypeDefinition? ParentType(NodeTree tree, int index)
    {
        if (index == parentIndex && ReferenceEquals(tree, parentTree))
        {
            return parentType;
        }

        var type = TypeOf(tree, index);
        (parentTree, parentIndex, parentType) = (tree, index, type);
        return type;
    }

    /// <summary>The elements of all releases whose type is Resource.</summary>
    private static bool IsResourceName(int name) => name == ResourceName || name == ContainedName || name == OutcomeName;

    /// <summary>The declared type of a child; an abstract one where it may be any resource.</summary>
    public static TypeDefinition? ChildType(TypeDefinition parent, NodeTree tree, int name) =>
        (name < NameTable.Fhir.Count ? parent.TryFindChild(name, out _, out var type) : parent.TryFindChild(tree.NameOf(name), out _, out type)) ? type : null;

    /// <summary>The element definition of a node, or <see langword="null"/> for the root of a resource and for what is not defined.</summary>
    public ElementDefinition? DefinitionOf(NodeTree tree, int index)
    {
        ref readonly var data = ref tree.Nodes[index];
        return index != 0 && TypeOf(tree, data.Parent) is { } parent && parent.TryFindChild(tree.NameOf(data.Name), out var element, out _) ? element : null;
    }

    /// <summary>A resource's own type in place of the abstract one that its parent declares.</summary>
    public TypeDefinition? Concrete(NodeTree tree, int index, TypeDefinition? declared) =>
        declared is null || (declared.Kind == TypeKind.Resource && declared.IsAbstract) ? ResourceTypeOf(tree, index) ?? declared : declared;

    /// <summary>The type that <c>resourceType</c> names, or <see langword="null"/>.</summary>
    public TypeDefinition? ResourceTypeOf(NodeTree tree, int index)
    {
        var nodes = tree.Nodes;
        for (var i = nodes[index].FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            if (nodes[i].Name == NameTable.Fhir.ResourceType && (nodes[i].Flags & NodeFlags.Element) == 0)
            {
                return nodes[i].Kind == NodeKind.String ? Find(tree.Text.Span.Slice(nodes[i].ValueStart, nodes[i].ValueLength)) : null;
            }
        }

        return null;
    }

    private TypeDefinition? Find(ReadOnlySpan<byte> name)
    {
        foreach (var type in met)
        {
            if (type is not null && Ascii.Equals(name, type.Name))
            {
                return type;
            }
        }

        // Only types that exist are remembered.
        if (name.Length > 64 || model.FindType(Encoding.UTF8.GetString(name)) is not { } found)
        {
            return null;
        }

        met[next] = found;
        next = (next + 1) % Remembered;
        return found;
    }
}
