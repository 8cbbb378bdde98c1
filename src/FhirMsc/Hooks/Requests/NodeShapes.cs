using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Requests;

/// <summary>Looks at members of a request without trusting that they are what they should be.</summary>
internal static class NodeShapes
{
    /// <summary>The shape of a member; <see cref="NodeShape.Missing"/> for a node that does not exist.</summary>
    public static NodeShape OfMember(Node member) =>
        member.Exists && (member.IsArrayItem || member.Kind == NodeKind.EmptyArray) ? NodeShape.Array : Of(member);

    /// <summary>The shape of a value, be it a member or an item of an array.</summary>
    public static NodeShape Of(Node value) => !value.Exists ? NodeShape.Missing : value.Kind switch
    {
        NodeKind.None => NodeShape.Object,
        NodeKind.Null => NodeShape.Null,
        NodeKind.EmptyArray => NodeShape.Array,
        NodeKind.String => NodeShape.Text,
        _ => NodeShape.Other,
    };

    /// <summary>The text of a string member; <see langword="null"/> if it is missing, empty or something else.</summary>
    public static string? Text(Node owner, string name)
    {
        var member = owner.Child(name);
        return OfMember(member) == NodeShape.Text && member.Text is { Length: > 0 } text ? text : null;
    }

    /// <summary>
    /// The items of an array member, whatever they are; none if the member itself is null or empty. What should be an array and is a single value counts as one
    /// item, as lenient clients write it.
    /// </summary>
    public static IEnumerable<Node> Items(Node owner, string name)
    {
        var number = owner.Tree.FindName(name);
        return number < 0 ? [] : Items(owner, number);
    }

    /// <summary>The same by the number of the name in <see cref="NameTable.Fhir"/>.</summary>
    public static List<Node> Items(Node owner, int name)
    {
        List<Node>? items = null;
        foreach (var child in owner.Children)
        {
            if (child.NameNumber == name && (child.IsArrayItem || Of(child) is not (NodeShape.Null or NodeShape.Array)))
            {
                (items ??= new List<Node>(16)).Add(child);
            }
        }

        return items ?? [];
    }
}
