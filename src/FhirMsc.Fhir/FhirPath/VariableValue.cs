using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>What a variable stands for: a collection, or nothing that anybody knows.</summary>
public sealed class VariableValue
{
    private VariableValue(Item[] items, bool isAvailable)
    {
        Items = items;
        IsAvailable = isAvailable;
    }

    /// <summary>The value is not at hand: its use gives the empty collection and is noted in the <see cref="EvaluationResult"/>. Not the same as having none.</summary>
    public static VariableValue NotAvailable { get; } = new([], isAvailable: false);

    /// <summary>No items.</summary>
    public static VariableValue Empty { get; } = new([], isAvailable: true);

    private static VariableValue True { get; } = new([Item.Of(true)], isAvailable: true);

    private static VariableValue False { get; } = new([Item.Of(false)], isAvailable: true);

    /// <summary>Whether the value is at hand.</summary>
    public bool IsAvailable { get; }

    /// <summary>Whether there are no items; also where nobody knows them.</summary>
    public bool IsEmpty => Items.Length == 0;

    internal Item[] Items { get; }

    /// <summary>A collection.</summary>
    public static VariableValue Of(params IEnumerable<Item> items) => new([.. items], isAvailable: true);

    /// <summary>Nodes, such as the resources that a query brought.</summary>
    public static VariableValue Of(IEnumerable<Node> nodes) => new([.. nodes.Select(Item.Of)], isAvailable: true);

    /// <inheritdoc cref="Of(IEnumerable{Node})"/>
    public static VariableValue Of(IReadOnlyList<Node> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        if (nodes.Count == 0)
        {
            return Empty;
        }

        var items = new Item[nodes.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Item.Of(nodes[i]);
        }

        return new VariableValue(items, isAvailable: true);
    }

    internal static VariableValue Of(ResultItems items) => items.Typed() switch
    {
        [] => Empty,
        [{ Kind: ItemKind.Boolean } only] => only.BooleanValue ? True : False,
        var all => new VariableValue(all, isAvailable: true),
    };

    /// <summary>Typed elements.</summary>
    public static VariableValue Of(IEnumerable<Element> elements) => new([.. elements.Select(Item.Of)], isAvailable: true);
}
