using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Validation.Rules;
using FhirMsc.Fhir.Validation.Slicing;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>
/// Makes the schema of a profile out of its snapshot: for each element, what it says beyond what the type says of it. What is left is a small tree, so that
/// checking a profile costs no more than what it adds.
/// </summary>
internal sealed class ProfileCompiler
{
    private readonly SchemaStore store;
    private readonly StructureDefinition structure;
    private readonly string canonical;
    private readonly SliceCompiler slices;

    public ProfileCompiler(SchemaStore store, StructureDefinition structure)
    {
        this.store = store;
        this.structure = structure;
        canonical = structure.Version is null ? structure.Url : $"{structure.Url}|{structure.Version}";
        slices = new SliceCompiler(store);
    }

    /// <summary>Compiles it.</summary>
    /// <param name="element">Id of the one element of it that is meant; null for all of it.</param>
    public ProfileSchema Compile(string? element)
    {
        // The definition of a type states no more than the type. Whatever else has a type's elements narrows it, whatever its derivation says.
        var type = store.FindType(element is null ? structure.Type : PathOf(element));
        if (structure.Snapshot is not { Count: > 0 } snapshot || type?.Type.Url == structure.Url || SnapshotNode.Build(snapshot).Find(element) is not { } node)
        {
            return new ProfileSchema(structure, canonical, structure.Type, null);
        }

        var root = Element(node, type is null ? [] : [type.Type.Root], type, isSlice: false, canonical);
        return new ProfileSchema(structure, canonical, type?.Name ?? structure.Type, root.IsEmpty ? null : root with { Min = 0, Max = int.MaxValue });
    }

    /// <summary>The path in an id: what is left when the slice names go.</summary>
    private static string PathOf(string id) => string.Join('.', id.Split('.').Select(step => step.Split(':')[0]));

    /// <param name="node">The element.</param>
    /// <param name="known">What has been checked where it is.</param>
    /// <param name="type">Its type, where there can be only one.</param>
    /// <param name="isSlice">Whether it is a slice, whose number is its own.</param>
    /// <param name="owner">What findings name as the profile.</param>
    private ElementSchema Element(SnapshotNode node, IReadOnlyList<ElementDefinition> known, TypeSchema? type, bool isSlice, string owner)
    {
        var element = node.Element;
        var rules = RuleBuilders.Build(new RuleSource(element, element.Types, known, owner, store));
        var children = node.Children.Select(child => Child(child, type, owner)).Where(child => !child.IsEmpty).ToArray();
        var min = isSlice || !known.Any(other => element.Min <= other.Min) ? element.Min : 0;
        var max = isSlice || !known.Any(other => element.Max >= other.Max) ? element.Max : int.MaxValue;
        return new ElementSchema
        {
            Name = element.Name,
            Label = element.IsChoice ? element.Name + "[x]" : element.Name,
            Id = element.Id,
            Profile = owner,
            Min = min,
            Max = max,
            Rules = rules,
            Children = children,
            Slicing = Slicing(node, known, type, owner),
        };
    }

    private ElementSchema Child(SnapshotNode child, TypeSchema? parent, string owner)
    {
        var (known, type) = Known(child, parent);
        return Element(child, known, type, isSlice: false, owner);
    }

    /// <summary>What the type says of the element, and the element's own type if there can be only one.</summary>
    private (IReadOnlyList<ElementDefinition> Known, TypeSchema? Type) Known(SnapshotNode child, TypeSchema? parent)
    {
        if (parent?.Type.FindElement(child.Element.Name) is { } element)
        {
            var types = parent.Type.TypesOf(element);
            if (!element.IsChoice)
            {
                return types is [{ } only, ..] ? ([element, only.Root], store.Of(only)) : ([element], null);
            }

            return child.Type is { } narrowed && store.FindType(narrowed.TypeName) is { } type ? ([element, type.Type.Root], type) : ([element], null);
        }

        // A choice spelt with its type (valueQuantity): its number is its own, its rules are those of the choice.
        if (parent?.Type.TryFindChild(child.Element.Name, out var choice, out var one) == true)
        {
            return one is null ? ([choice], null) : ([choice with { StatedMin = 0 }, one.Root], store.Of(one));
        }

        return ([], child.Type is { } stated ? store.FindType(stated.TypeName) : null);
    }

    private SlicingSchema? Slicing(SnapshotNode node, IReadOnlyList<ElementDefinition> known, TypeSchema? type, string owner)
    {
        if (node.Slices.Count == 0)
        {
            return null;
        }

        var slicing = node.Element.Slicing ?? new ElementSlicing { Discriminators = [], Rules = SlicingRules.Open };
        var compiled = node.Slices.Select(slice => Slice(slice, node, slicing, known, type, owner)).ToList();
        var closing = compiled.Find(slice => slice.Name.EndsWith("@default", StringComparison.Ordinal));
        compiled.RemoveAll(slice => ReferenceEquals(slice, closing));
        return new SlicingSchema([.. compiled], closing, slicing.Rules, slicing.IsOrdered, owner);
    }

    private SliceSchema Slice(SnapshotNode slice, SnapshotNode sliced, ElementSlicing slicing, IReadOnlyList<ElementDefinition> known, TypeSchema? type, string owner)
    {
        // A type slice of a choice has a type of its own, where the choice as a whole has none.
        var own = type ?? (slice.Type is { } only ? store.FindType(only.TypeName) : null);
        IReadOnlyList<ElementDefinition> checkedBefore = type is null && own is not null ? [.. known, own.Type.Root, sliced.Element] : [.. known, sliced.Element];
        var schema = Element(slice, checkedBefore, own, isSlice: true, owner);
        var (tests, untold) = slices.Tests(slice, sliced, slicing);
        return new SliceSchema(slice.Element.SliceName ?? slice.Element.Id, tests, schema, untold);
    }
}
