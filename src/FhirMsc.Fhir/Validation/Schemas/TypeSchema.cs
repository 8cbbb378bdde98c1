using System.Numerics;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>A type of the release, ready to be checked against: elements by name, and the rules that hold on every value. Safe to share.</summary>
internal sealed class TypeSchema
{
    private readonly SchemaStore store;
    private readonly TypeSlot?[] table;
    private readonly int[] numbers;
    private readonly int mask;
    private readonly Dictionary<string, TypeSlot> others = new(StringComparer.Ordinal);
    private IElementRule[]? rules;

    public TypeSchema(TypeDefinition type, SchemaStore store)
    {
        this.store = store;
        Type = type;
        Children = [.. type.Elements.Select((element, i) => new ChildSchema(element, i))];
        Required = [.. Children.Where(child => child.Min > 0)];
        Bounded = [.. Children.Where(child => child.Max != int.MaxValue)];
        IsPrimitive = type.Kind == TypeKind.Primitive;
        Form = IsPrimitive ? PrimitiveForm.Of(type.Name) : null;
        Coded = CodedForms.Of(type.Name);
        TypeRules = Rules.TypeRules.For(type);
        var slots = Children.SelectMany(Slots).ToList();
        table = new TypeSlot?[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, slots.Count * 2))];
        numbers = new int[table.Length];
        mask = table.Length - 1;
        slots.ForEach(Add);
    }

    /// <summary>The type.</summary>
    public TypeDefinition Type { get; }

    /// <summary>Its name.</summary>
    public string Name => Type.Name;

    /// <summary>Its elements in order.</summary>
    public ChildSchema[] Children { get; }

    /// <summary>Those that must be there.</summary>
    public ChildSchema[] Required { get; }

    /// <summary>Those that may not stand as often as one likes.</summary>
    public ChildSchema[] Bounded { get; }

    /// <summary>Whether it is a primitive.</summary>
    public bool IsPrimitive { get; }

    /// <summary>For primitives, the form of the value.</summary>
    public PrimitiveForm? Form { get; }

    /// <summary>How it holds codes, if it does.</summary>
    public CodedForm Coded { get; }

    /// <summary>What the definition says of every value.</summary>
    public IElementRule[] ValueRules => rules ??= RuleBuilders.Build(new RuleSource(Type.Root, [], [], null, store));

    /// <summary>What no definition says of it.</summary>
    public ITypeRule[] TypeRules { get; }

    /// <summary>All names of elements.</summary>
    public IEnumerable<string> Names => table.Where(slot => slot is not null).Select(slot => slot!.Name).Concat(others.Keys);

    /// <summary>Whether it has an element of that name that is no choice.</summary>
    public bool HasPlain(string name) => Array.Exists(Children, child => child.Name == name && !child.Element.IsChoice);

    /// <summary>Finds an element by the number of its name in a tree.</summary>
    public TypeSlot? Find(int number, NodeTree tree)
    {
        if (number >= NameTable.Fhir.Count)
        {
            return others.Count == 0 ? null : others.GetValueOrDefault(tree.NameOf(number));
        }

        for (var i = number & mask; table[i] is { } slot; i = (i + 1) & mask)
        {
            if (numbers[i] == number)
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>Whether it is that type or derives from it.</summary>
    public bool Is(string typeName)
    {
        for (var type = Type; type is not null; type = type.Base)
        {
            if (type.Name == typeName || type.Url == typeName)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a value of this type is one where a definition names a type: it is that type, or that one is abstract or a resource's. A code is no string
    /// there, although it derives from it.
    /// </summary>
    public bool Fits(string typeName) =>
        Name == typeName || Type.Url == typeName || (Is(typeName) && (Type.Kind == TypeKind.Resource || store.FindType(typeName) is { Type.IsAbstract: true }));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private IEnumerable<TypeSlot> Slots(ChildSchema child)
    {
        // R4B and R5 state "id" for Element.id and use dots, brackets and colons in it all the same; R4 states string.
        var types = child.Element.Base?.Path == "Element.id" || child.Element.Path == "Element.id" ? [store.Model.FindType("string")] : Type.TypesOf(child.Element);
        if (!child.Element.IsChoice)
        {
            yield return new TypeSlot(child.Name, child, child.Element.Types is [var only, ..] ? only : null, types.Count > 0 ? types[0] : null, store);
            yield break;
        }

        for (var i = 0; i < types.Count; i++)
        {
            var name = child.Element.Types[i].TypeName;
            yield return new TypeSlot(string.Concat(child.Name, name[..1].ToUpperInvariant(), name[1..]), child, child.Element.Types[i], types[i], store);
        }
    }

    private void Add(TypeSlot slot)
    {
        var number = NameTable.Fhir.Find(slot.Name);
        if (number < 0)
        {
            others[slot.Name] = slot;
            return;
        }

        var i = number & mask;
        while (table[i] is not null)
        {
            i = (i + 1) & mask;
        }

        (table[i], numbers[i]) = (slot, number);
    }
}
