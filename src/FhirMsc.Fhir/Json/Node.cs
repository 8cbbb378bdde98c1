using System.Text;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// One element of a resource as it was read: a name, a value as written, children. A node is a light hand on a <see cref="NodeTree"/>; copying it costs nothing.
/// It knows no FHIR types: see the Elements room for those.
/// </summary>
public readonly struct Node : IEquatable<Node>
{
    internal Node(NodeTree tree, int index)
    {
        Tree = tree;
        Index = index;
    }

    /// <summary>The tree this node is part of. Not to be used if <see cref="Exists"/> is false.</summary>
    public NodeTree Tree { get; }

    /// <summary>Number of the node in its tree; the root is 0. Order of numbers is not document order.</summary>
    public int Index { get; }

    /// <summary>False for the default value, which stands for "no such node".</summary>
    public bool Exists => Tree is not null;

    /// <summary>Number of the name, see <see cref="NameTable"/> and <see cref="NodeTree.FindName(string)"/>.</summary>
    public int NameNumber => Data.Name;

    /// <summary>Name as written, without the underscore of the second half of a primitive; choice elements with their type (<c>valueQuantity</c>).</summary>
    public string Name => Tree.NameOf(Data.Name);

    /// <summary>Form of the value.</summary>
    public NodeKind Kind => Data.Kind;

    /// <summary>Whether there is a value (string, number or boolean) as opposed to children only.</summary>
    public bool HasValue => Data.Kind is NodeKind.String or NodeKind.Number or NodeKind.True or NodeKind.False;

    /// <summary>Whether there are children.</summary>
    public bool HasChildren => Data.FirstChild != 0;

    /// <summary>Whether the node was an item of a JSON array.</summary>
    public bool IsArrayItem => (Data.Flags & NodeFlags.ArrayItem) != 0;

    /// <summary>Whether the children, if there are any, stood in a property with an underscore, so that the node can only be a primitive.</summary>
    public bool IsPrimitive => (Data.Flags & NodeFlags.Primitive) != 0;

    /// <summary>The parent, or a node that does not exist for the root.</summary>
    public Node Parent => Index == 0 ? default : new Node(Tree, Data.Parent);

    /// <summary>The children in document order, with <c>resourceType</c> left out.</summary>
    public NodeChildren Children => new(Tree, Data.FirstChild);

    /// <summary>The value of <c>resourceType</c>, or <see langword="null"/> if there is none or it is no string.</summary>
    public string? ResourceType => TypeNode is { Exists: true, Kind: NodeKind.String } type ? TypeNames.Text(type) : null;

    /// <summary>Whether <c>resourceType</c> is this one, without making a text of it.</summary>
    public bool ResourceTypeIs(ReadOnlySpan<byte> utf8)
    {
        var type = TypeNode;
        return type.Exists && type.ValueEquals(utf8);
    }

    private Node TypeNode
    {
        get
        {
            var nodes = Tree.Nodes;
            for (var i = Data.FirstChild; i != 0; i = nodes[i].NextSibling)
            {
                if (nodes[i].Name == NameTable.Fhir.ResourceType && (nodes[i].Flags & NodeFlags.Element) == 0)
                {
                    return new Node(Tree, i);
                }
            }

            return default;
        }
    }

    /// <summary>
    /// The value as text: strings decoded, numbers digit for digit, <c>true</c> and <c>false</c>; <see langword="null"/> where there is no value
    /// or no such node, so that <c>node.Child("id").Text</c> can be asked of any node.
    /// </summary>
    public string? Text => !Exists ? null : Data.Kind switch
    {
        NodeKind.String when (Data.Flags & NodeFlags.Escaped) != 0 => JsonText.Unescape(RawValue),
        NodeKind.String or NodeKind.Number => Encoding.UTF8.GetString(RawValue),
        NodeKind.True => "true",
        NodeKind.False => "false",
        _ => null,
    };

    /// <summary>Whether <see cref="RawValue"/> holds JSON escapes, so that only <see cref="Text"/> gives the value.</summary>
    public bool IsEscaped => (Data.Flags & NodeFlags.Escaped) != 0;

    /// <summary>The bytes of the value as they stand in the source; for strings without the quotes.</summary>
    public ReadOnlySpan<byte> RawValue => Tree.Text.Span.Slice(Data.ValueStart, Data.ValueLength);

    /// <summary>Where the node starts in the source: at its value, or at the opening brace.</summary>
    public SourcePosition Position => Tree.PositionOf(Data.Position);

    internal ref readonly NodeData Data => ref Tree.Nodes[Index];

    /// <summary>Whether two nodes are the same place in the same tree.</summary>
    public static bool operator ==(Node left, Node right) => left.Equals(right);

    /// <summary>Whether two nodes are different places.</summary>
    public static bool operator !=(Node left, Node right) => !left.Equals(right);

    /// <summary>The first child with a name, or a node that does not exist.</summary>
    public Node Child(string name)
    {
        var number = Exists ? Tree.FindName(name) : -1;
        return number < 0 ? default : Child(number);
    }

    /// <summary>The first child with a name number, or a node that does not exist.</summary>
    public Node Child(int name)
    {
        if (!Exists)
        {
            return default;
        }

        var nodes = Tree.Nodes;
        for (var i = Data.FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            if (nodes[i].Name == name)
            {
                return new Node(Tree, i);
            }
        }

        return default;
    }

    /// <summary>All children with a name, in order.</summary>
    public IEnumerable<Node> ChildrenNamed(string name)
    {
        var number = Tree.FindName(name);
        for (var i = number < 0 ? 0 : Data.FirstChild; i != 0; i = Tree.Nodes[i].NextSibling)
        {
            if (Tree.Nodes[i].Name == number)
            {
                yield return new Node(Tree, i);
            }
        }
    }

    /// <summary>Whether the value is this text, without decoding it where that can be avoided.</summary>
    public bool ValueEquals(ReadOnlySpan<byte> utf8) =>
        Data.Kind == NodeKind.String && ((Data.Flags & NodeFlags.Escaped) == 0
            ? RawValue.SequenceEqual(utf8)
            : Encoding.UTF8.GetBytes(Text!).AsSpan().SequenceEqual(utf8));

    /// <inheritdoc/>
    public bool Equals(Node other) => ReferenceEquals(Tree, other.Tree) && Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Node other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Tree is null ? 0 : HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Tree), Index);

    /// <summary>Name and value, for the debugger.</summary>
    public override string ToString() => Exists ? $"{Name}: {Text ?? "{…}"}" : "(none)";
}
