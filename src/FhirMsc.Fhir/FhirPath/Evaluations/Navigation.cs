using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>A step to children by name (FHIRPath, Path Selection), with the name's number looked up once.</summary>
internal sealed class Navigation
{
    /// <summary>
    /// Names that may be the first part of a choice (<c>value</c>, because there is <c>valueQuantity</c>), with the numbers that the whole names lie between:
    /// the table is sorted, so they lie together.
    /// </summary>
    private static readonly FrozenDictionary<string, (int Low, int High)> Choices = FindChoices();

    private readonly string name;
    private readonly int number;
    private readonly int lowestChoice;
    private readonly int highestChoice;

    public Navigation(string name)
    {
        this.name = name;
        number = NameTable.Fhir.Find(name);
        (lowestChoice, highestChoice) = Choices.GetValueOrDefault(name, (0, -1));
    }

    /// <summary>Puts the children in the place of the items.</summary>
    public void Step(Evaluation run, int start) => Step(run, start, []);

    /// <summary>Puts what further steps lead to from the children in the place of the items.</summary>
    public void Step(Evaluation run, int start, ReadOnlySpan<Navigation> further)
    {
        var end = run.Top;
        run.Step(end - start);
        for (var i = start; i < end; i++)
        {
            // A copy: the stack may move when it grows.
            var item = run[i];
            Children(run, item, further);
        }

        run.MoveDown(start, end);
    }

    /// <summary>Pushes the children of an item.</summary>
    public void Children(Evaluation run, in Item item) => Children(run, item, []);

    /// <summary>Pushes what further steps lead to from the children of an item, without stopping between.</summary>
    public void Children(Evaluation run, in Item item, ReadOnlySpan<Navigation> further)
    {
        if (item.IsNode)
        {
            Walk(run, item.Tree, item.Index, item.KnownType, further);
        }
        else if (further.IsEmpty)
        {
            PartOfValue(run, item);
        }
    }

    private void Walk(Evaluation run, NodeTree tree, int index, TypeDefinition? parent, ReadOnlySpan<Navigation> further)
    {
        var wanted = number >= 0 ? number : tree.FindName(name);
        var nodes = tree.Nodes;
        TypeDefinition? type = null;
        var found = false;
        for (var i = nodes[index].FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            if (nodes[i].Name != wanted)
            {
                if (found && tree.IsJsonText)
                {
                    // JSON has all items of a name in one array, so nothing of it comes behind the first that is something else.
                    break;
                }

                continue;
            }

            if (!found)
            {
                found = true;
                type = parent is null ? null : Declared(parent, tree, wanted);
            }

            Go(run, tree, i, type, further);
        }

        if (!found && highestChoice >= 0 && run.Types is not null)
        {
            Choice(run, tree, index, parent, further);
        }
    }

    private static void Go(Evaluation run, NodeTree tree, int index, TypeDefinition? type, ReadOnlySpan<Navigation> further)
    {
        if (further.IsEmpty)
        {
            run.PushNode(tree, index, type);
            return;
        }

        run.Step();
        further[0].Walk(run, tree, index, type, further[1..]);
    }

    /// <summary>The declared type; null for "any resource", which is looked at when somebody asks.</summary>
    private static TypeDefinition? Declared(TypeDefinition parent, NodeTree tree, int number) =>
        ElementTypes.ChildType(parent, tree, number) is { } type && !(type.Kind == TypeKind.Resource && type.IsAbstract) ? type : null;

    private void Choice(Evaluation run, NodeTree tree, int index, TypeDefinition? parent, ReadOnlySpan<Navigation> further)
    {
        var nodes = tree.Nodes;
        for (var i = nodes[index].FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            if (nodes[i].Name < lowestChoice || nodes[i].Name > highestChoice)
            {
                continue;
            }

            parent ??= run.Types!.TypeOf(tree, index);
            if (parent is not null && parent.TryFindChild(nodes[i].Name, out var element, out var type) && element.IsChoice && element.Name == name)
            {
                Go(run, tree, i, type, further);
            }
        }
    }

    /// <summary>What values of FHIRPath's own types have inside: quantities, and types.</summary>
    private void PartOfValue(Evaluation run, in Item item)
    {
        switch (item.Kind, name)
        {
            case (ItemKind.Quantity, "value"):
                run.Push(Item.Of(item.QuantityValue.Value));
                break;
            case (ItemKind.Quantity, "unit" or "code"):
                run.Push(Item.Of(item.QuantityValue.Unit.Code));
                break;
            case (ItemKind.Type, "name"):
                run.Push(Item.Of(item.TypeNameValue.Name));
                break;
            case (ItemKind.Type, "baseType"):
                run.Push(Item.Of(item.TypeNameValue.BaseType));
                break;
            case (ItemKind.Type, "namespace"):
                run.Push(Item.Of(item.TypeNameValue.Namespace));
                break;
            default:
                break;
        }
    }

    private static FrozenDictionary<string, (int Low, int High)> FindChoices()
    {
        var found = new Dictionary<string, (int Low, int High)>(StringComparer.Ordinal);
        for (var i = 0; i < NameTable.Fhir.Count; i++)
        {
            var text = NameTable.Fhir[i];
            for (var at = 1; at < text.Length; at++)
            {
                if (char.IsAsciiLetterUpper(text[at]))
                {
                    var (low, high) = found.GetValueOrDefault(text[..at], (i, i));
                    found[text[..at]] = (Math.Min(low, i), Math.Max(high, i));
                }
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
