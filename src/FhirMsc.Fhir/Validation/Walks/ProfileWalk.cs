using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Walks;

/// <summary>Checks what profiles add to types, on nodes that the types' own rules are checked on by themselves.</summary>
internal static class ProfileWalk
{
    private const string CorePrefix = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>Checks a value against a profile.</summary>
    /// <returns>False if the profile is not at hand.</returns>
    public static bool Check(Node node, TypeSchema type, string canonical, ValidationRun run)
    {
        if (run.Store.FindProfile(canonical) is not { } profile)
        {
            return false;
        }

        if (!type.Is(profile.Type))
        {
            run.Sink.Report(ProfileIssues.WrongType, Severity.Error, node, profile.Canonical, null, null, canonical, profile.Type, type.Name);
            return true;
        }

        if (profile.Structure.IsProfile && profile.Structure.Snapshot is not { Count: > 0 })
        {
            run.Sink.Report(ProfileIssues.NoSnapshot, Severity.Error, node, profile.Canonical, null, null, canonical);
            return true;
        }

        if (!run.Enter(node))
        {
            return true;
        }

        if (profile.Root is { } root)
        {
            Element(node, type, root, run);
        }

        // Extension structuredefinition-imposeProfile: whatever conforms to this one must conform to those as well.
        foreach (var imposed in profile.Structure.ImposedProfiles)
        {
            if (!Check(node, type, imposed, run))
            {
                run.Sink.Report(ProfileIssues.Unknown, run.Settings.UnknownProfile, node, profile.Canonical, null, null, imposed);
            }
        }

        run.Leave();
        return true;
    }

    /// <summary>Checks a value against a profile or type wherever it is, its own resource being the one around; false if the profile is not at hand.</summary>
    public static bool CheckSilently(Node node, string canonical, ValidationRun run)
    {
        if (run.TypeOf(node) is not { } type)
        {
            run.Sink.Report(StructureIssues.NoResourceType, node);
            return true;
        }

        var around = run.Resource;
        var resource = node;
        while (resource.ResourceType is null && resource.Parent.Exists)
        {
            resource = resource.Parent;
        }

        run.Resource = resource;
        bool isKnown;
        if (canonical.StartsWith(CorePrefix, StringComparison.Ordinal) && run.Store.FindType(canonical) is { } plain)
        {
            if (!type.Is(plain.Name))
            {
                run.Sink.Report(ProfileIssues.WrongType, Severity.Error, node, null, null, null, canonical, plain.Name, type.Name);
            }

            isKnown = true;
        }
        else
        {
            isKnown = Check(node, type, canonical, run);
        }

        run.Resource = around;
        return isKnown;
    }

    /// <summary>Checks what is said about one element.</summary>
    public static void Element(Node node, TypeSchema type, ElementSchema schema, ValidationRun run)
    {
        foreach (var rule in schema.Rules)
        {
            rule.Check(node, type, run);
        }

        if (schema.Children.Length == 0 || !run.Enter(node))
        {
            return;
        }

        // What is said about elements of a resource inside another one is said with that one at hand.
        var around = run.Resource;
        var isResource = type.Type.Kind == TypeKind.Resource && node != around;
        run.Resource = isResource ? node : around;
        foreach (var child in schema.Children)
        {
            Children(node, type, child, run);
        }

        run.Resource = around;
        run.Leave();
    }

    /// <summary>Checks all items of one element below a node.</summary>
    private static void Children(Node parent, TypeSchema type, ElementSchema schema, ValidationRun run)
    {
        var items = run.Scratch;
        var start = items.Count;
        foreach (var child in parent.Children)
        {
            if (type.Find(child.NameNumber, child.Tree) is { } slot && (slot.Child.Name == schema.Name || slot.Name == schema.Name))
            {
                items.Add(child);
            }
        }

        var count = items.Count - start;
        if (count < schema.Min)
        {
            run.Sink.Report(ProfileIssues.TooFew, Severity.Error, parent, schema.Profile, schema.Id, null, schema.Label, schema.Min, count);
        }
        else if (count > schema.Max)
        {
            run.Sink.Report(ProfileIssues.TooMany, Severity.Error, parent, schema.Profile, schema.Id, null, schema.Label, schema.Max, count);
        }

        if (schema.Rules.Length > 0 || schema.Children.Length > 0)
        {
            for (var i = start; i < start + count; i++)
            {
                var item = items[i];
                if (ItemType(item, type, run) is { } itemType)
                {
                    Element(item, itemType, schema, run);
                }
            }
        }

        if (schema.Slicing is { } slicing)
        {
            SliceWalk.Check(parent, type, schema, slicing, start, count, run);
        }

        items.RemoveRange(start, items.Count - start);
    }

    /// <summary>The type of an item: what its name says, or for resources what they say themselves.</summary>
    public static TypeSchema? ItemType(Node item, TypeSchema parent, ValidationRun run) =>
        parent.Find(item.NameNumber, item.Tree)?.Type is { } type ? type.Type.Kind == TypeKind.Resource ? run.ResourceTypeOf(item) ?? type : type : null;
}
