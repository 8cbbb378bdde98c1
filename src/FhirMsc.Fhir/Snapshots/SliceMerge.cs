using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// Lays what a differential says of an element and its slices over the base's (https://hl7.org/fhir/R4/profiling.html#slicing): slices of the base keep
/// their order and place, new ones stand behind them and start from the element as the base has it.
/// </summary>
internal sealed class SliceMerge(NodeMerge nodes, SnapshotReport report)
{
    /// <summary>Extensions are told apart by their url without the differential having to say so (https://hl7.org/fhir/R4/profiling.html#extensions).</summary>
    private static readonly ElementSlicing ByUrl = new() { Discriminators = [new SlicingDiscriminator(DiscriminatorType.Value, "url")], Rules = SlicingRules.Open };

    private readonly ImpliedSlices implied = new(report);

    /// <summary>An element with all that the differential says of it.</summary>
    /// <param name="node">The element in the base.</param>
    /// <param name="groups">What the differential says: one group, or several for a choice that is written under the names of its types.</param>
    /// <param name="inSlice">Whether the element stands below a slice.</param>
    public ElementNode Merge(ElementNode node, List<DifferentialGroup> groups, bool inSlice)
    {
        if (groups is [{ Slices: [], Unsliced: { } only }] && node.Slices.Count == 0 && TypeSliceMerge.IsOnlyType(node, groups[0].Name, inSlice) is { } one)
        {
            return Unsliced(node, TypeSliceMerge.Restricted(only, one), inSlice);
        }

        DifferentialNode? unsliced = null;
        List<DifferentialNode> slices = [];
        foreach (var group in groups)
        {
            if (group.Name != node.Name && TypeSlices.ShortcutType(node.Element, node.Name, group.Name) is { } type)
            {
                slices.AddRange(TypeSliceMerge.Shortcuts(group, node.Name, type));
            }
            else
            {
                unsliced ??= group.Unsliced;
                slices.AddRange(group.Slices);
            }
        }

        if (slices.Exists(slice => slice.Element is null))
        {
            (unsliced, slices) = implied.Sort(node, unsliced, slices);
        }

        if (slices.Count == 0)
        {
            return Unsliced(node, unsliced!, inSlice);
        }

        if (node is { Slices.Count: 0, Element: { Slicing: null, Max: <= 1 } } && (inSlice || !node.Element.IsChoice) && unsliced is null && slices is [{ Element.Slicing: null } alone])
        {
            // FHIR's own profiles name an element that is not sliced (Composition.date:IssueDate): what they say is said of the element. So it is, as with
            // the name of a type, for a choice in a slice.
            report.Add(SnapshotIssues.NotSliced, alone.Index, "sliceName", alone.Path, alone.SliceName);
            return Unsliced(node, alone, inSlice);
        }

        var sliced = Nest(slices);
        return node.Element.IsChoice && TypeSlices.IsByType(unsliced?.Element?.Slicing ?? node.Element.Slicing)
            ? new TypeSliceMerge(nodes, this, report).Merge(node, unsliced, sliced, inSlice)
            : Sliced(node, unsliced, sliced, inSlice);
    }

    /// <summary>The slices of a node: those of the base in their order, then the new ones.</summary>
    /// <param name="node">The sliced element in the base.</param>
    /// <param name="template">What new slices start from.</param>
    /// <param name="slicing">The slicing of the base.</param>
    /// <param name="changes">What the differential says of slices.</param>
    public List<ElementNode> Slices(ElementNode node, ElementNode template, ElementSlicing? slicing, List<DifferentialNode> changes)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < node.Slices.Count; i++)
        {
            known.TryAdd(node.Slices[i].Element.SliceName!, i);
        }

        List<ElementNode> result = [.. node.Slices];
        var added = new HashSet<string>(StringComparer.Ordinal);
        var last = -1;
        foreach (var change in changes)
        {
            if (known.TryGetValue(change.SliceName!, out var at))
            {
                result[at] = Slice(node.Slices[at], change);
                if (at < last || result.Count > node.Slices.Count)
                {
                    report.Add(SnapshotIssues.Order, change.Index, "sliceName", change);
                }

                last = Math.Max(last, at);
                continue;
            }

            if (!added.Add(change.SliceName!))
            {
                // Once as a slice of value[x], once under the name with the type.
                report.Add(SnapshotIssues.Duplicate, change.Index, "sliceName", change);
                continue;
            }

            if (slicing?.Rules == SlicingRules.Closed && node.Slices.Count > 0)
            {
                report.Add(SnapshotIssues.ClosedSlicing, change.Index, "sliceName", change.Path, change.SliceName);
            }

            result.Add(New(template, change, slicing is not null));
        }

        return result;
    }

    private ElementNode Unsliced(ElementNode node, DifferentialNode changes, bool inSlice)
    {
        var result = nodes.Apply(node, changes, inSlice);
        var slicing = Slicing(node.Element.Slicing, changes);
        SliceCount.Check(result, changes.Index, report);
        return result.Element.Slicing == slicing ? result : result with { Element = result.Element with { Slicing = slicing } };
    }

    private ElementNode Sliced(ElementNode node, DifferentialNode? unsliced, List<DifferentialNode> changes, bool inSlice)
    {
        var head = unsliced is null ? node : nodes.Apply(node, unsliced, inSlice);
        if (node.Element.Max <= 1 && node.Element.Slicing is null && unsliced?.Element?.StatedMax is null)
        {
            report.Add(SnapshotIssues.SingleSliced, changes[0].Index, "sliceName", node.Element.Path);
        }

        var slicing = Slicing(node.Element.Slicing, unsliced);
        if (slicing is null)
        {
            slicing = IsExtension(node.Element) ? ByUrl : null;
            if (slicing is null)
            {
                report.Add(SnapshotIssues.NoSlicing, changes[0].Index, "sliceName", changes[0].Path);
                slicing = new ElementSlicing { Discriminators = [], Rules = SlicingRules.Open };
            }
        }

        // The types of a choice that is sliced by its content are the same for all slices.
        var template = node.Element.IsChoice ? node with { Element = node.Element with { Types = head.Element.Types } } : node;
        var slices = Slices(node, Template(template), node.Element.Slicing, IsExtension(node.Element) || unsliced is null or { Groups.Count: 0 } ? changes : WithContent(node, changes, unsliced));
        return SliceCount.Check(head with { Element = head.Element with { Slicing = slicing }, Slices = slices }, changes[0].Index, report);
    }

    /// <summary>
    /// What is said of the content of the sliced element holds for all slices. It is not repeated in them, but for a new slice of a profiled type that says
    /// nothing of its own content: its profile has content of its own, so a reader could not put the two together.
    /// </summary>
    private static List<DifferentialNode> WithContent(ElementNode node, List<DifferentialNode> changes, DifferentialNode unsliced)
    {
        var known = node.Slices.Select(slice => slice.Element.SliceName).ToHashSet(StringComparer.Ordinal);
        return changes.ConvertAll(change =>
        {
            if (change is not { Element.Types: [{ Profiles.Count: > 0 }], Groups.Count: 0, Slices.Count: 0 } || known.Contains(change.SliceName))
            {
                return change;
            }

            var filled = new DifferentialNode { Element = change.Element, Index = change.Index, SliceName = change.SliceName, Path = change.Path };
            filled.Groups.AddRange(unsliced.Groups);
            return filled;
        });
    }

    /// <summary>What a new slice starts from: the element without its slicing. The base's least number is for all slices together, so a slice has none.</summary>
    private static ElementNode Template(ElementNode node) => node with { Element = node.Element with { Slicing = null }, Slices = [] };

    private ElementNode New(ElementNode template, DifferentialNode change, bool sliced)
    {
        var made = Slice(template, change, sliced);
        return change.Element?.StatedMin is null ? made with { Element = made.Element with { StatedMin = 0 } } : made;
    }

    /// <summary>A slice with what is said of it, and with its own slices.</summary>
    private ElementNode Slice(ElementNode slice, DifferentialNode change, bool sliced = false)
    {
        var made = nodes.Apply(slice, change, inSlice: true, sliced);
        var slicing = Slicing(slice.Element.Slicing, change);
        made = made with { Element = made.Element with { Slicing = slicing, SliceName = change.SliceName } };
        return change.Slices.Count == 0 ? made : made with { Slices = Slices(made, Template(made), slice.Element.Slicing, change.Slices) };
    }

    /// <summary>The slicing of the base as the differential narrows it: open may become closed and unordered ordered, never the other way; the discriminators stay, and more may come.</summary>
    public ElementSlicing? Slicing(ElementSlicing? slicing, DifferentialNode? changes)
    {
        if (changes?.Element?.Slicing is not { } stated)
        {
            return slicing;
        }

        if (slicing is null)
        {
            return stated;
        }

        if (slicing.Rules != SlicingRules.Open && stated.Rules == SlicingRules.Open)
        {
            report.Add(SnapshotIssues.SlicingChanged, changes.Index, "slicing.rules", changes, "a closed one cannot be opened");
        }

        if (stated.Discriminators.Count > 0 && slicing.Discriminators.Except(stated.Discriminators).Any())
        {
            report.Add(SnapshotIssues.SlicingChanged, changes.Index, "slicing.discriminator", changes, "its discriminators cannot be taken away");
        }

        return new ElementSlicing
        {
            Discriminators = stated.Discriminators.Count > 0 ? [.. slicing.Discriminators.Union(stated.Discriminators)] : slicing.Discriminators,
            Rules = stated.Rules == SlicingRules.Open ? slicing.Rules : stated.Rules,
            IsOrdered = slicing.IsOrdered || stated.IsOrdered,
        };
    }

    /// <summary>Hangs slices of slices below the slice that the name before the slash is of.</summary>
    private static List<DifferentialNode> Nest(List<DifferentialNode> slices)
    {
        if (!slices.Exists(slice => slice.SliceName!.Contains('/', StringComparison.Ordinal)))
        {
            return slices;
        }

        List<DifferentialNode> top = [];
        var byName = slices.ToLookup(slice => slice.SliceName!, StringComparer.Ordinal);
        foreach (var slice in slices)
        {
            var slash = slice.SliceName!.LastIndexOf('/');
            (slash > 0 && byName[slice.SliceName[..slash]].FirstOrDefault() is { } parent ? parent.Slices : top).Add(slice);
        }

        return top;
    }

    private static bool IsExtension(ElementDefinition element) => element.Types is [{ TypeName: "Extension" }];
}
