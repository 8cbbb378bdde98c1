using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Elements;

/// <summary>
/// A node seen through the definitions of a FHIR release: name without the type of a choice, type, value, children. A light hand on a node; copying it
/// costs nothing.
/// </summary>
public readonly struct Element : IEquatable<Element>
{
    private readonly FhirModel? model;

    private Element(Node node, FhirModel model, TypeDefinition? type, ElementDefinition? definition)
    {
        this.model = model;
        Node = node;
        Type = type;
        Definition = definition;
    }

    /// <summary>The node.</summary>
    public Node Node { get; }

    /// <summary>The type; <see langword="null"/> if the release does not define such an element.</summary>
    public TypeDefinition? Type { get; }

    /// <summary>The definition of the element below its parent; <see langword="null"/> for a resource on its own.</summary>
    public ElementDefinition? Definition { get; }

    /// <summary>The definitions it is seen through. Not to be asked for if <see cref="Exists"/> is false.</summary>
    public FhirModel Model => model!;

    /// <summary>False for the default value, which stands for "no such element".</summary>
    public bool Exists => model is not null;

    /// <summary>Name as the definition has it: <c>value</c> for <c>valueQuantity</c>.</summary>
    public string Name => Definition?.Name ?? Node.Name;

    /// <summary>The value as text; <see langword="null"/> where there is none.</summary>
    public string? Text => Node.Text;

    /// <summary>Whether it is a resource, on its own or inside another one.</summary>
    public bool IsResource => Type?.Kind == TypeKind.Resource;

    /// <summary>The elements right below, in document order.</summary>
    public IEnumerable<Element> Children
    {
        get
        {
            foreach (var child in Node.Children)
            {
                yield return Below(child);
            }
        }
    }

    /// <summary>Where it is, over the names as written: <c>Patient.name[0].given[1]</c>.</summary>
    public string Path => NodePath.Of(Node);

    /// <summary>Whether two elements are the same place in the same tree.</summary>
    public static bool operator ==(Element left, Element right) => left.Equals(right);

    /// <summary>Whether two elements are different places.</summary>
    public static bool operator !=(Element left, Element right) => !left.Equals(right);

    /// <summary>A node with its type, found from its place in the resource.</summary>
    public static Element Of(Node node, FhirModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var types = new ElementTypes(model);
        return new Element(node, model, types.TypeOf(node.Tree, node.Index), types.DefinitionOf(node.Tree, node.Index));
    }

    /// <summary>A node with a type that its place does not tell: a part of a resource on its own.</summary>
    public static Element Of(Node node, FhirModel model, TypeDefinition type)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new Element(node, model, type, null);
    }

    /// <summary>The first child with a name as the definition has it (<c>value</c>), or an element that does not exist.</summary>
    public Element Child(string name)
    {
        foreach (var child in ChildrenNamed(name))
        {
            return child;
        }

        return default;
    }

    /// <summary>All children with a name as the definition has it, in order.</summary>
    public IEnumerable<Element> ChildrenNamed(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name)
            {
                yield return child;
            }
        }
    }

    /// <summary>The value as a date or time; <see langword="null"/> if its type is none of them or the text is not one.</summary>
    public Temporal? AsTemporal()
    {
        var kind = Type?.SystemType switch
        {
            SystemType.Date => TemporalKind.Date,
            SystemType.DateTime => TemporalKind.DateTime,
            SystemType.Time => TemporalKind.Time,
            _ => (TemporalKind?)null,
        };
        return kind is { } k && Text is { } text && Temporal.TryParse(text, k, out var value) ? value : null;
    }

    /// <summary>The value as a number; <see langword="null"/> if there is none or it has more digits than a decimal keeps.</summary>
    public decimal? AsDecimal() => Node.Kind == NodeKind.Number && DecimalText.TryParse(Node.RawValue, out var value) ? value : null;

    /// <summary>The element as a quantity (FHIR, Using FHIRPath); <see langword="null"/> if it has no value, a comparator, or a unit that is not UCUM's.</summary>
    public Quantity? AsQuantity() => QuantityElement.Read(Node).Quantity;

    /// <inheritdoc/>
    public bool Equals(Element other) => Node.Equals(other.Node);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Element other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Node.GetHashCode();

    /// <summary>Type and path, for the debugger.</summary>
    public override string ToString() => Exists ? $"{Path} : {Type?.Name ?? "?"}" : "(none)";

    private Element Below(Node child)
    {
        ElementDefinition? definition = null;
        TypeDefinition? type = null;
        if (Type is not null)
        {
            _ = child.NameNumber < NameTable.Fhir.Count
                ? Type.TryFindChild(child.NameNumber, out definition, out type)
                : Type.TryFindChild(child.Name, out definition, out type);
        }

        if (type is null or { Kind: TypeKind.Resource, IsAbstract: true } && child.ResourceType is { } resource)
        {
            type = Model.FindType(resource) ?? type;
        }

        return new Element(child, Model, type, definition);
    }
}
