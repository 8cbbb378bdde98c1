using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>A step to children by name (FHIRPath, Path Selection), with the name's number looked up once.</summary>
internal sealed class Navigation
{
    /// <summary>Names that may be the first part of a choice: <c>value</c>, because there is <c>valueQuantity</c>.</summary>
    private static readonly FrozenDictionary<string, int[]> Choices = FindChoices();

    private readonly string name;
    private readonly int number;
    private readonly int[] choices;

    public Navigation(string name)
    {
        this.name = name;
        number = NameTable.Fhir.Find(name);
        choices = Choices.GetValueOrDefault(name, []);
    }

    /// <summary>Puts the children in the place of the items.</summary>
    public void Step(Evaluation run, int start)
    {
        var end = run.Top;
        run.Step(end - start);
        for (var i = start; i < end; i++)
        {
            Children(run, run[i]);
        }

        run.MoveDown(start, end);
    }

    /// <summary>Pushes the children of an item.</summary>
    public void Children(Evaluation run, Item item)
    {
        if (!item.IsNode)
        {
            PartOfValue(run, item);
            return;
        }

        var tree = item.Tree;
        var wanted = number >= 0 ? number : tree.FindName(name);
        var nodes = tree.Nodes;
        var parentType = item.KnownType;
        TypeDefinition? type = null;
        var found = false;
        for (var i = nodes[item.Index].FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            if (nodes[i].Name != wanted)
            {
                continue;
            }

            if (!found)
            {
                found = true;
                type = parentType is null ? null : Declared(parentType, tree, wanted);
            }

            run.PushNode(tree, i, type);
        }

        if (!found && choices.Length > 0 && run.Types is not null)
        {
            Choice(run, item);
        }
    }

    /// <summary>The declared type; null for "any resource", which is looked at when somebody asks.</summary>
    private static TypeDefinition? Declared(TypeDefinition parent, NodeTree tree, int number) =>
        ElementTypes.ChildType(parent, tree, number) is { } type && !(type.Kind == TypeKind.Resource && type.IsAbstract) ? type : null;

    private void Choice(Evaluation run, in Item item)
    {
        var tree = item.Tree;
        var nodes = tree.Nodes;
        TypeDefinition? parent = null;
        for (var i = nodes[item.Index].FirstChild; i != 0; i = nodes[i].NextSibling)
        {
            if (Array.BinarySearch(choices, nodes[i].Name) < 0)
            {
                continue;
            }

            parent ??= run.TypeOf(item);
            if (parent is not null && parent.TryFindChild(nodes[i].Name, out var element, out var type) && element.IsChoice && element.Name == name)
            {
                run.PushNode(tree, i, type);
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
            case (ItemKind.Type, "namespace"):
                run.Push(Item.Of(item.TypeNameValue.Namespace));
                break;
            default:
                break;
        }
    }

    private static FrozenDictionary<string, int[]> FindChoices()
    {
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < NameTable.Fhir.Count; i++)
        {
            var text = NameTable.Fhir[i];
            for (var at = 1; at < text.Length; at++)
            {
                if (char.IsAsciiLetterUpper(text[at]))
                {
                    if (!found.TryGetValue(text[..at], out var names))
                    {
                        found.Add(text[..at], names = []);
                    }

                    names.Add(i);
                }
            }
        }

        return found.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Order().ToArray(), StringComparer.Ordinal);
    }
}
