using System.Globalization;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>One item of a FHIRPath collection: a node of a resource, or a value of one of FHIRPath's own types. Copying it costs nothing.</summary>
public readonly struct Item
{
    /// <summary>Tree of a node, text of a string, unit of a quantity, name of a type.</summary>
    private readonly object? reference;

    /// <summary>For values a <see cref="SystemTypeName"/>; for nodes the <see cref="TypeDefinition"/>, or null until somebody asks for it.</summary>
    private readonly object? type;

    private readonly ItemBits bits;

    private Item(object? reference, object? type, in ItemBits bits)
    {
        this.reference = reference;
        this.type = type;
        this.bits = bits;
    }

    internal Item(NodeTree tree, int index, TypeDefinition? type)
    {
        reference = tree;
        this.type = type;
        bits.Integer = index;
    }

    /// <summary>What it is.</summary>
    public ItemKind Kind => type is SystemTypeName name ? name.Kind : ItemKind.Node;

    /// <summary>Whether it is a node of a resource.</summary>
    public bool IsNode => type is not SystemTypeName;

    /// <summary>The node; not to be asked for values.</summary>
    public Node Node => new(Tree, Index);

    internal NodeTree Tree => (NodeTree)reference!;

    internal int Index => (int)bits.Integer;

    /// <summary>Whether it is more than the default value.</summary>
    internal bool IsSet => reference is not null || type is not null;

    /// <summary>The type of the node, if it was needed so far.</summary>
    internal TypeDefinition? KnownType => type as TypeDefinition;

    /// <summary>Whether it is a Boolean of FHIRPath's own.</summary>
    internal bool IsBoolean => ReferenceEquals(type, SystemTypeName.Boolean);

    internal bool BooleanValue => bits.Integer != 0;

    internal string StringValue => (string)reference!;

    internal int IntegerValue => (int)bits.Integer;

    internal long LongValue => bits.Integer;

    internal decimal DecimalValue => bits.Decimal;

    internal Temporal TemporalValue => bits.Temporal;

    internal Quantity QuantityValue => new(bits.Decimal, (QuantityUnit)reference!);

    internal TypeName TypeNameValue => (TypeName)reference!;

    /// <summary>An item for a node.</summary>
    public static Item Of(Node node) => new(node.Tree, node.Index, null);

    /// <summary>An item for a typed element.</summary>
    public static Item Of(Element element) => new(element.Node.Tree, element.Node.Index, element.Type);

    /// <summary>A Boolean.</summary>
    public static Item Of(bool value) => new(null, SystemTypeName.Boolean, new ItemBits { Integer = value ? 1 : 0 });

    /// <summary>A String.</summary>
    public static Item Of(string value) => new(value, SystemTypeName.String, default);

    /// <summary>An Integer.</summary>
    public static Item Of(int value) => new(null, SystemTypeName.Integer, new ItemBits { Integer = value });

    /// <summary>A Long.</summary>
    public static Item OfLong(long value) => new(null, SystemTypeName.Long, new ItemBits { Integer = value });

    /// <summary>A Decimal.</summary>
    public static Item Of(decimal value) => new(null, SystemTypeName.Decimal, new ItemBits { Decimal = value });

    /// <summary>A Date, DateTime or Time.</summary>
    public static Item Of(Temporal value) =>
        new(null, value.Kind switch { TemporalKind.Date => SystemTypeName.Date, TemporalKind.DateTime => SystemTypeName.DateTime, _ => SystemTypeName.Time }, new ItemBits { Temporal = value });

    /// <summary>A Quantity.</summary>
    public static Item Of(Quantity value) => new(value.Unit, SystemTypeName.Quantity, new ItemBits { Decimal = value.Value });

    /// <summary>The Boolean, of a value or of a FHIR boolean; <see langword="null"/> if it is something else.</summary>
    public bool? AsBoolean() => !TryGetValue(out var value) || value.Kind != ItemKind.Boolean ? null : value.BooleanValue;

    /// <summary>The String, of a value or of a FHIR primitive that is written as one; <see langword="null"/> if it is something else.</summary>
    public string? AsString() => Kind == ItemKind.String ? StringValue : IsNode && Node.Kind == NodeKind.String ? Node.Text : null;

    /// <summary>The Integer or Long; <see langword="null"/> if it is something else.</summary>
    public long? AsInteger() => TryGetValue(out var value) && value.Kind is ItemKind.Integer or ItemKind.Long ? value.LongValue : null;

    /// <summary>The Decimal, Integer or Long; <see langword="null"/> if it is something else.</summary>
    public decimal? AsDecimal() => !TryGetValue(out var value) ? null : value.Kind switch
    {
        ItemKind.Decimal => value.DecimalValue,
        ItemKind.Integer or ItemKind.Long => value.LongValue,
        _ => null,
    };

    /// <summary>The Date, DateTime or Time; <see langword="null"/> if it is something else.</summary>
    public Temporal? AsTemporal() => TryGetValue(out var value) && value.Kind is ItemKind.Date or ItemKind.DateTime or ItemKind.Time ? value.TemporalValue : null;

    /// <summary>The Quantity, if it is a value of that type; <see langword="null"/> if it is something else.</summary>
    public Quantity? AsQuantity() => Kind == ItemKind.Quantity ? QuantityValue : null;

    /// <summary>The value as text, as <c>toString()</c> gives it; empty for a node that has children only.</summary>
    public override string ToString() => Kind switch
    {
        ItemKind.Node => Node.Text ?? string.Empty,
        ItemKind.Boolean => BooleanValue ? "true" : "false",
        ItemKind.String => StringValue,
        ItemKind.Integer or ItemKind.Long => LongValue.ToString(CultureInfo.InvariantCulture),
        ItemKind.Decimal => DecimalValue.ToString(CultureInfo.InvariantCulture),
        ItemKind.Quantity => QuantityValue.ToString(),
        ItemKind.Type => TypeNameValue.ToString(),
        _ => TemporalValue.ToString(),
    };

    internal static Item Of(TypeName value) => new(value, SystemTypeName.Type, default);

    /// <summary>The same node with its type.</summary>
    internal Item WithType(TypeDefinition? known) => new(Tree, Index, known);

    /// <summary>A node's own value as one of FHIRPath's types, as far as its known type and its form in the source tell.</summary>
    internal bool TryGetValue(out Item value)
    {
        if (!IsNode)
        {
            value = this;
            return true;
        }

        return PrimitiveValue.TryRead(Node, KnownType?.SystemType ?? SystemType.None, out value);
    }
}
