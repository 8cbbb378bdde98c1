using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Finds what stands below an element whose own structure does not list it: the elements of its type, of its profile, or of the element whose content it shares.</summary>
internal sealed class ContentWalk(SnapshotRun run, SnapshotReport report, StructureDefinition structure)
{
    /// <summary>Steps into an element.</summary>
    /// <returns>The element as it is once its content is spelt out, and that content; <see langword="null"/>, with an issue, if it is unknown.</returns>
    public (ElementDefinition Element, IReadOnlyList<ElementNode>? Children) Enter(ElementDefinition element, DifferentialNode changes)
    {
        if (element.ContentReference is { } reference)
        {
            // Once the content is spelt out, the element is no longer just a reference: it has the type of what it refers to.
            return Resolve(reference, Path(changes)) is { } target
                ? (element with { ContentReference = null, Types = element.Types.Count > 0 ? element.Types : target.Element.Types }, target.Children)
                : Unresolved(element, reference, changes);
        }

        return (element, TypeTree(element, changes)?.Children);
    }

    /// <summary>The constraints that an element new in a type has because it is an element (<c>ele-1</c>); those of its own type the type says.</summary>
    public IReadOnlyList<ElementConstraint> ConstraintsOf(ElementDefinition element)
    {
        // An element of a logical model need not be a FHIR element, and the value of a primitive is none.
        if (structure.Kind == StructureKind.Logical || element.Types.Any(type => type.IsSystemType))
        {
            return [];
        }

        // A resource is no element either; an extension says more of itself than other elements.
        var type = element.Types is [var only] ? run.FindType(only.TypeName, new SnapshotReport(), string.Empty, element) : null;
        if (type?.Kind == StructureKind.Resource)
        {
            return [];
        }

        return run.TreeOf(type is { Type: "Extension" } ? type : run.FindType("Element", new SnapshotReport(), string.Empty, element))?.Element.Constraints ?? [];
    }

    private (ElementDefinition Element, IReadOnlyList<ElementNode>? Children) Unresolved(ElementDefinition element, string reference, DifferentialNode changes)
    {
        report.AddAt(SnapshotIssues.ContentReference, Path(changes), changes, reference);
        return (element, null);
    }

    /// <summary>
    /// The tree of an element's type. With several types there is only what all have in common: everything if they are the same type with different
    /// profiles, else what every element has.
    /// </summary>
    private ElementNode? TypeTree(ElementDefinition element, DifferentialNode changes)
    {
        var types = element.Types;
        if (types.Count == 0)
        {
            report.AddAt(SnapshotIssues.UnknownType, Path(changes), changes, "its type");
            return null;
        }

        var code = types.All(type => type.TypeName == types[0].TypeName) ? types[0].TypeName : "Element";
        if (types.Count == 1 && types[0].Profiles is [var profile, ..]
            && run.Find(profile, SnapshotIssues.UnknownProfile, report, Path(changes), changes, profile) is { } found)
        {
            return run.TreeOf(found);
        }

        return run.TreeOf(run.FindType(code, report, Path(changes), changes));
    }

    /// <summary>
    /// The element that <c>#Questionnaire.item</c> names: that of the type, whose name is the first step, or of the structure whose URL stands in front. What
    /// a profile says of that element it says of that element alone. Ids of unsliced elements are their paths.
    /// </summary>
    private ElementNode? Resolve(string reference, string path)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var (url, steps) = (reference[..Math.Max(hash, 0)], reference[(hash + 1)..].Split('.'));
        var from = run.TreeOf(url.Length > 0
            ? run.Find(url, SnapshotIssues.UnknownType, report, path, reference, url)
            : run.FindType(structure.Kind == StructureKind.Logical ? structure.Type : steps[0], report, path, reference));
        return from is not null && steps[0] == from.Name ? from.Find(steps.AsSpan(1)) : null;
    }

    private static string Path(DifferentialNode changes) => SnapshotReport.PathOf(changes.Index);
}
