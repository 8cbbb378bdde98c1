using System.Diagnostics.CodeAnalysis;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>
/// A FHIR type with the elements right below it: a data type, a resource, or a type that one of them defines inside itself. Immutable and safe to share;
/// there is one object for each type of a release, so types may be compared by reference.
/// </summary>
public sealed class TypeDefinition
{
    private readonly FhirModel model;
    private readonly ElementDefinition[] elements;
    private readonly ChildTable children;
    private readonly string? baseName;
    private TypeDefinition? baseType;
    private int systemType = -1;

    internal TypeDefinition(FhirModel model, StructureDefinition structure, TypeKind kind, ElementDefinition root, ElementDefinition[] elements, string? baseName)
    {
        this.model = model;
        this.elements = elements;
        Structure = structure;
        Kind = kind;
        Root = root;
        Name = kind == TypeKind.Backbone ? root.Path : structure.Type;
        this.baseName = baseName;
        Elements = kind == TypeKind.Primitive ? Array.FindAll(elements, element => element.Name != "value") : elements;
        children = new ChildTable(Elements);
    }

    /// <summary>Name: <c>HumanName</c>, <c>Patient</c>, <c>Observation.component</c>; the URL for logical models whose type is one.</summary>
    public string Name { get; }

    /// <summary>Canonical URL; <see langword="null"/> for backbone types, which have none.</summary>
    public string? Url => Kind == TypeKind.Backbone ? null : Structure.Url;

    /// <summary>What sort of type it is.</summary>
    public TypeKind Kind { get; }

    /// <summary>Whether nothing can be of this type alone.</summary>
    public bool IsAbstract => Kind != TypeKind.Backbone && Structure.IsAbstract;

    /// <summary>The type it specializes; <see langword="null"/> at the top (<c>Base</c>, <c>Element</c>, <c>Resource</c>).</summary>
    public TypeDefinition? Base => baseType ??= baseName is null ? null : model.FindType(baseName);

    /// <summary>The structure that defines it; for backbone types the one they are in.</summary>
    public StructureDefinition Structure { get; }

    /// <summary>Its own element definition: invariants that hold on every value of the type; for backbone types the element that defines them.</summary>
    public ElementDefinition Root { get; }

    /// <summary>
    /// The elements right below, inherited ones included, in the order of the definition, which is XML's order. A primitive's <c>value</c> is not among
    /// them: it is the value of the node itself, see <see cref="ValueElement"/>.
    /// </summary>
    public IReadOnlyList<ElementDefinition> Elements { get; }

    /// <summary>For primitives: the definition of the value, which holds its regular expression; else <see langword="null"/>.</summary>
    public ElementDefinition? ValueElement => Kind == TypeKind.Primitive ? Array.Find(elements, element => element.Name == "value") : null;

    /// <summary>For primitives: the FHIRPath type of the value.</summary>
    public SystemType SystemType
    {
        get
        {
            systemType = systemType < 0 ? (int)FindSystemType() : systemType;
            return (SystemType)systemType;
        }
    }

    /// <summary>Whether this is that type or derives from it.</summary>
    public bool IsSubtypeOf(TypeDefinition other)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (ReferenceEquals(type, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds an element by a name as it stands in JSON and XML: choices with their type (<c>valueQuantity</c>).</summary>
    /// <param name="nameNumber">Number of the name in <see cref="NameTable.Fhir"/>.</param>
    /// <param name="element">The element (<c>value[x]</c>).</param>
    /// <param name="type">Its type (<c>Quantity</c>); <see langword="null"/> if the release does not define it.</param>
    public bool TryFindChild(int nameNumber, [NotNullWhen(true)] out ElementDefinition? element, out TypeDefinition? type)
    {
        if (children.Find(nameNumber) is not { } child)
        {
            (element, type) = (null, null);
            return false;
        }

        element = child.Element;
        type = child.Type ??= model.TypeOf(this, child.Element, child.Reference);
        return true;
    }

    /// <inheritdoc cref="TryFindChild(int, out ElementDefinition?, out TypeDefinition?)"/>
    /// <param name="name">The name.</param>
    /// <param name="element">The element (<c>value[x]</c>).</param>
    /// <param name="type">Its type (<c>Quantity</c>); <see langword="null"/> if the release does not define it.</param>
    public bool TryFindChild(string name, [NotNullWhen(true)] out ElementDefinition? element, out TypeDefinition? type) =>
        TryFindChild(NameTable.Fhir.Find(name), out element, out type);

    /// <summary>Finds an element by its name without the type (<c>value</c>), or <see langword="null"/>.</summary>
    public ElementDefinition? FindElement(string name)
    {
        foreach (var element in Elements)
        {
            if (element.Name == name)
            {
                return element;
            }
        }

        return null;
    }

    /// <summary>The place of an element in the order of the definition, counted from 0; -1 if it is not one of <see cref="Elements"/>.</summary>
    public int OrderOf(ElementDefinition element)
    {
        for (var i = 0; i < Elements.Count; i++)
        {
            if (ReferenceEquals(Elements[i], element))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The types that an element may have, in the order of <see cref="ElementDefinition.Types"/>; the one type that it refers to for a content reference.</summary>
    /// <param name="element">One of <see cref="Elements"/>.</param>
    /// <returns>The types; <see langword="null"/> at the place of one that the release does not define.</returns>
    public IReadOnlyList<TypeDefinition?> TypesOf(ElementDefinition element)
    {
        if (element.Types.Count == 0)
        {
            return [model.TypeOf(this, element, null)];
        }

        var types = new TypeDefinition?[element.Types.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = model.TypeOf(this, element, element.Types[i]);
        }

        return types;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>A primitive that narrows another has that one's system type: R4 states String for the value of <c>positiveInt</c>, which is an integer.</summary>
    private SystemType FindSystemType()
    {
        if (Kind != TypeKind.Primitive)
        {
            return SystemType.None;
        }

        if (Base is { Kind: TypeKind.Primitive } parent)
        {
            return parent.SystemType;
        }

        return ValueElement is { Types: [{ IsSystemType: true } type, ..] } && Enum.TryParse<SystemType>(type.Code[TypeReference.SystemPrefix.Length..], out var system) ? system : SystemType.None;
    }
}
