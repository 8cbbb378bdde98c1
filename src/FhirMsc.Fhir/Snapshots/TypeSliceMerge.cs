using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Slices of a choice by type: the slicing goes without saying, a slice has the one type its name says, and slices of all types close the slicing.</summary>
internal sealed class TypeSliceMerge(NodeMerge nodes, SliceMerge slices, SnapshotReport report)
{
    /// <summary>The slices that a group written under the name with a type stands for.</summary>
    public static IEnumerable<DifferentialNode> Shortcuts(DifferentialGroup group, string choice, string type)
    {
        var name = TypeSlices.NameOf(choice, type);
        if (group.Unsliced is { } plain)
        {
            yield return Named(plain, name, type);
        }

        foreach (var slice in group.Slices)
        {
            yield return Named(slice, slice.SliceName!, type);
        }
    }

    /// <summary>
    /// The type, if a name with a type means that the choice has only this one: it is the only one that the base allows, or the choice stands in a slice and
    /// the name alone sets it there (this is how FHIR's own blood pressure profile says that a component's value is a Quantity).
    /// </summary>
    public static string? IsOnlyType(ElementNode node, string name, bool inSlice) =>
        TypeSlices.ShortcutType(node.Element, node.Name, name) is { } type && (inSlice || node.Element.Types.Count == 1) ? type : null;

    /// <summary>What is said of a choice under the name of one type, said of the choice, which has only this type.</summary>
    public static DifferentialNode Restricted(DifferentialNode node, string type) => Named(node, null, type);

    /// <summary>A choice with its slices.</summary>
    public ElementNode Merge(ElementNode node, DifferentialNode? unsliced, List<DifferentialNode> changes, bool inSlice)
    {
        var head = unsliced is null ? node : nodes.Apply(node, unsliced, inSlice);
        var known = node.Slices.Select(slice => slice.Element.SliceName).ToHashSet(StringComparer.Ordinal);
        var typed = changes.ConvertAll(change => known.Contains(change.SliceName) ? change : Typed(node, change));
        if (typed.Find(change => change.Element?.StatedMin > 0) is { } required && typed.Count > 1)
        {
            // A choice holds one value, so a slice that must be there leaves no room for the others.
            report.Add(SnapshotIssues.TypeSliceRequired, required.Index, "min", node.Element.Path, required.SliceName);
        }

        var template = node with { Element = node.Element with { Slicing = null }, Slices = [] };
        var made = slices.Slices(node, template, node.Element.Slicing, typed);
        var element = head.Element with { Slicing = TypeSlices.Slicing };
        var covered = made.SelectMany(slice => slice.Element.Types).Select(type => type.TypeName).ToHashSet(StringComparer.Ordinal);
        if (made.Find(slice => slice.Element.Min > 0) is { Element.Types: [var only] })
        {
            element = Only(element, type => type.TypeName == only.TypeName);
        }

        if (element.Base?.Path == "Extension.value[x]")
        {
            // An extension that defines slices of its value means these and no other types.
            element = Only(element, type => covered.Contains(type.TypeName));
        }

        if (element.Types.All(type => covered.Contains(type.TypeName)))
        {
            element = element with { Slicing = TypeSlices.Slicing with { Rules = SlicingRules.Closed } };
        }

        // A choice stands as often as its one slice: what must be there must be that slice.
        if (made is [var single] && element.Slicing is { Rules: SlicingRules.Closed })
        {
            var least = Math.Max(single.Element.Min, element.Min);
            made[0] = single.Element.Min < least && single.Element.Max >= least ? single with { Element = single.Element with { StatedMin = least } } : single;
        }

        var due = made.Sum(slice => (long)slice.Element.Min);
        element = due > element.Min && due <= element.Max ? element with { StatedMin = (int)due } : element;
        return SliceCount.Check(head with { Element = element, Slices = made }, changes[0].Index, report);
    }

    /// <summary>A choice with fewer types. Slices of types that it does not have are reported elsewhere and leave it as it is.</summary>
    private static ElementDefinition Only(ElementDefinition choice, Func<TypeReference, bool> keep) =>
        choice.Types.Where(keep).ToList() is { Count: > 0 } kept ? choice with { Types = kept } : choice;

    private static DifferentialNode Named(DifferentialNode node, string? name, string type)
    {
        var named = new DifferentialNode
        {
            Index = node.Index,
            Path = node.Path,
            SliceName = name,
            Element = (node.Element ?? new ElementDefinition { Path = node.Path, Id = node.Path }) is { Types.Count: 0 } untyped ? untyped with { Types = [new TypeReference { Code = type }] } : node.Element,
        };
        named.Groups.AddRange(node.Groups);
        return named;
    }

    /// <summary>The slice with the type that it states or that its name says; a type without more keeps the targets and profiles that the base allows it.</summary>
    private DifferentialNode Typed(ElementNode node, DifferentialNode change)
    {
        var types = change.Element?.Types ?? [];
        var type = types.Count == 1 ? types[0].TypeName : types.Count == 0 ? TypeSlices.ShortcutType(node.Element, node.Name, change.SliceName!) : null;
        if (type is null)
        {
            return change;
        }

        if (!change.SliceName!.Contains('/', StringComparison.Ordinal) && TypeSlices.NameOf(node.Name, type) is var due && due != change.SliceName)
        {
            report.Add(SnapshotIssues.TypeSliceName, change.Index, "sliceName", change.Path, change.SliceName, type, due);
        }

        return types.Count == 1 ? change : Named(change, change.SliceName, type);
    }
}
