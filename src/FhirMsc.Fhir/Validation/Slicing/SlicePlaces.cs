using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>Finds what a profile says about the place that a discriminator names, going on into the profiles of types and of reference targets.</summary>
internal static class SlicePlaces
{
    /// <summary>The element definitions at a path; several where a type has several profiles.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="path">The path.</param>
    /// <param name="store">Where profiles are found.</param>
    /// <param name="withProfiles">Whether what the profiles of a type say counts even where the profile at hand says something itself.</param>
    public static IReadOnlyList<SnapshotNode> Find(SnapshotNode slice, DiscriminatorPath path, SchemaStore store, bool withProfiles = false)
    {
        var places = Follow(slice, path.Steps, store, withProfiles);
        return path.Steps.Count == 0 ? [slice, .. Profiles(slice, store)] : places;
    }

    /// <summary>The profiles that what is at a path must conform to: those of the type, or behind <c>resolve()</c> those of the target.</summary>
    public static IReadOnlyList<string> ProfilesAt(SnapshotNode slice, DiscriminatorPath path, SchemaStore store)
    {
        var isTarget = path.Steps is [.., { Kind: DiscriminatorPath.StepKind.Resolve }];
        var places = Follow(slice, isTarget ? [.. path.Steps.SkipLast(1)] : path.Steps, store);
        return [.. places.SelectMany(place => place.Element.Types).SelectMany(type => isTarget ? type.TargetProfiles : type.Profiles).Distinct()];
    }

    /// <summary>The part at a path of the fixed value or pattern that the slice, or an element on the way, has; a node that does not exist if there is none.</summary>
    public static (Node Part, bool IsFixed) PartAt(SnapshotNode slice, DiscriminatorPath path)
    {
        var place = slice;
        for (var i = 0; i < path.Steps.Count && path.Steps[i].Kind == DiscriminatorPath.StepKind.Child && place is not null; i++)
        {
            if ((place.Element.Fixed ?? place.Element.Pattern) is { Node.Exists: true } value)
            {
                var part = value.Node;
                foreach (var step in path.Steps.Skip(i))
                {
                    part = part.Exists && step.Kind == DiscriminatorPath.StepKind.Child ? part.Child(step.Text) : default;
                }

                return (part, place.Element.Fixed is not null);
            }

            place = place.Child(path.Steps[i].Text);
        }

        return default;
    }

    private static IReadOnlyList<SnapshotNode> Follow(SnapshotNode slice, IReadOnlyList<DiscriminatorPath.Step> steps, SchemaStore store, bool withProfiles = false)
    {
        IReadOnlyList<SnapshotNode> places = [slice];
        foreach (var (kind, text) in steps)
        {
            places = [.. places.SelectMany(place => Next(place, kind, text, store, withProfiles))];
        }

        return places;
    }

    private static IEnumerable<SnapshotNode> Next(SnapshotNode place, DiscriminatorPath.StepKind kind, string text, SchemaStore store, bool withProfiles)
    {
        switch (kind)
        {
            case DiscriminatorPath.StepKind.OfType:
                return place.Slices.Find(slice => slice.Type?.TypeName == text) is { } typed ? [typed] : [place];
            case DiscriminatorPath.StepKind.Resolve:
                return place.Element.Types.SelectMany(type => type.TargetProfiles).Select(store.SnapshotOf).OfType<SnapshotNode>();
            case DiscriminatorPath.StepKind.Extension:
                return Extensions(place, text, store);
            default:
                return Children(place, text, store, withProfiles);
        }
    }

    /// <summary>What the profile says of the child; where it says nothing, what the profiles of the type say; at last the type.</summary>
    private static IEnumerable<SnapshotNode> Children(SnapshotNode place, string name, SchemaStore store, bool withProfiles = false)
    {
        if (place.Child(name) is { } child)
        {
            return withProfiles ? [child, .. Profiles(place, store).Select(root => root.Child(name)).OfType<SnapshotNode>()] : [child];
        }

        var typed = place.Slices.Select(slice => slice.Child(name)).OfType<SnapshotNode>().ToList();
        if (place.Element.IsChoice && typed.Count > 0)
        {
            return typed;
        }

        var profiled = Profiles(place, store).Select(root => root.Child(name)).OfType<SnapshotNode>().ToList();
        return profiled.Count > 0
            ? profiled
            : place.Element.Types.Select(type => store.SnapshotOf(Core(type.TypeName))?.Child(name)).OfType<SnapshotNode>().Take(1);
    }

    private static IEnumerable<SnapshotNode> Extensions(SnapshotNode place, string url, SchemaStore store)
    {
        var slice = Children(place, "extension", store).SelectMany(extension => extension.Slices).FirstOrDefault(slice =>
            slice.Element.Types.Any(type => type.Profiles.Contains(url)) || slice.Child("url")?.Element.Fixed?.Node.Text == url);
        return slice is not null ? [slice] : store.SnapshotOf(url) is { } definition ? [definition] : [];
    }

    private static IEnumerable<SnapshotNode> Profiles(SnapshotNode place, SchemaStore store) =>
        place.Element.Types.SelectMany(type => type.Profiles).Select(store.SnapshotOf).OfType<SnapshotNode>();

    private static string Core(string typeName) => typeName.Contains(':', StringComparison.Ordinal) ? typeName : "http://hl7.org/fhir/StructureDefinition/" + typeName;
}
