using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Walks;

/// <summary>
/// Walks over a resource with the definitions of its types: which elements there are, how many, in which JSON form, the form of primitive values, and
/// whatever rules the types state. Each node is met once; nothing is allocated on the way.
/// </summary>
internal static class TypeWalk
{
    /// <summary>Types with more elements than this count them on the heap.</summary>
    private const int MostOnStack = 96;

    private const int LongestText = 1_048_576;

    private static readonly int Meta = NameTable.Fhir.Find("meta");
    private static readonly int Profile = NameTable.Fhir.Find("profile");

    /// <summary>Checks a resource, be it the outermost one, contained, or in a Bundle.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="profiles">Profiles to check against beyond those that it claims.</param>
    /// <param name="run">The validation.</param>
    public static void Resource(Node node, IReadOnlyList<string> profiles, ValidationRun run)
    {
        if (node.ResourceType is not { } name)
        {
            run.Sink.Report(StructureIssues.NoResourceType, node);
            return;
        }

        if (run.ResourceTypeOf(node) is not { Type: { Kind: TypeKind.Resource, IsAbstract: false } } type)
        {
            var fix = NearestName.Of(name, run.Model.TypeNames(TypeKind.Resource));
            run.Sink.Report(StructureIssues.UnknownResource, Severity.Error, node, null, null, fix is null ? null : $"did you mean '{fix}'?", name, run.Model.Release.Name);
            return;
        }

        var around = run.Resource;
        run.Resource = node;
        Complex(node, type, run);
        Rules(node, type, type.ValueRules, run);
        foreach (var profile in profiles)
        {
            Claimed(node, node, type, profile, isAsked: true, run);
        }

        if (run.Settings.GlobalProfiles.Count > 0 && run.Settings.GlobalProfiles.TryGetValue(name, out var everywhere))
        {
            foreach (var profile in everywhere)
            {
                Claimed(node, node, type, profile, isAsked: true, run);
            }
        }

        foreach (var meta in node.Children)
        {
            if (meta.NameNumber != Meta)
            {
                continue;
            }

            foreach (var claim in meta.Children)
            {
                if (claim.NameNumber == Profile && claim.Text is { } profile && !profiles.Contains(profile))
                {
                    Claimed(node, claim, type, profile, isAsked: false, run);
                }
            }
        }

        run.Resource = around;
    }

    private static void Claimed(Node node, Node at, TypeSchema type, string profile, bool isAsked, ValidationRun run)
    {
        if (!ProfileWalk.Check(node, type, profile, run))
        {
            run.Sink.Report(ProfileIssues.Unknown, isAsked ? Severity.Error : run.Settings.UnknownProfile, at, profile, null, null, profile);
        }
    }

    /// <summary>Checks a value that has elements: which there are, and all in them.</summary>
    public static void Complex(Node parent, TypeSchema type, ValidationRun run)
    {
        if (!run.Enter(parent))
        {
            return;
        }

        var children = type.Children.Length;
        var size = children * 2;
        Span<int> tally = children <= MostOnStack ? stackalloc int[size] : new int[size];
        var counts = tally[..children];
        var firsts = tally[children..];
        Children(parent, type, counts, firsts, run);
        foreach (var child in type.Required)
        {
            if (counts[child.Ordinal] < child.Min)
            {
                run.Sink.Report(StructureIssues.Missing, Severity.Error, parent, null, child.Element.Id, null, child.Label, child.Min, child.Min == 1 ? "is" : "are", counts[child.Ordinal]);
            }
        }

        foreach (var child in type.Bounded)
        {
            if (counts[child.Ordinal] > child.Max)
            {
                run.Sink.Report(StructureIssues.TooMany, Severity.Error, parent, null, child.Element.Id, null, child.Label, child.Max, counts[child.Ordinal]);
            }
        }

        run.Leave();
    }

    private static void Children(Node parent, TypeSchema type, Span<int> counts, Span<int> firsts, ValidationRun run)
    {
        var last = -1;
        foreach (var node in parent.Children)
        {
            var number = node.NameNumber;
            if (type.Find(number, node.Tree) is not { } slot)
            {
                Unknown(node, type, run);
                continue;
            }

            var child = slot.Child;
            ref var count = ref counts[child.Ordinal];
            if (count > 0 && firsts[child.Ordinal] != number)
            {
                run.Sink.Report(StructureIssues.TwoChoices, node, node.Tree.NameOf(firsts[child.Ordinal]), node.Name, child.Label);
            }
            else
            {
                count++;
                firsts[child.Ordinal] = number;
            }

            if (number != last && node.IsArrayItem != child.IsArray)
            {
                run.Sink.Report(node.IsArrayItem ? StructureIssues.NoArrayExpected : StructureIssues.ArrayExpected, node, node.Name);
            }

            last = number;
            if (slot.Type is { } childType)
            {
                Value(node, slot, childType, run);
            }
        }
    }

    private static void Unknown(Node node, TypeSchema type, ValidationRun run)
    {
        var fix = NearestName.Of(node.Name, type.Names);
        run.Sink.Report(StructureIssues.UnknownElement, Severity.Error, node, null, null, fix is null ? null : $"did you mean '{fix}'?", node.Name, type.Name, run.Model.Release.Name);
    }

    private static void Value(Node node, TypeSlot slot, TypeSchema type, ValidationRun run)
    {
        if (type.IsPrimitive)
        {
            if (!Primitive(node, type, run))
            {
                return;
            }
        }
        else if (node.HasValue)
        {
            run.Sink.Report(StructureIssues.ObjectExpected, node, node.Name, type.Type.Kind == TypeKind.Resource ? "resource" : type.Name);
            return;
        }
        else if (type.Type.Kind == TypeKind.Resource)
        {
            Resource(node, [], run);
            type = run.ResourceTypeOf(node) ?? type;
            foreach (var rule in slot.Rules)
            {
                rule.Check(node, type, run);
            }

            return;
        }
        else
        {
            Complex(node, type, run);
        }

        if (type.IsPrimitive && node.HasChildren && slot.Reference is { IsSystemType: true })
        {
            // Ids and the URLs of extensions are no elements but attributes: they have nothing but their value (https://hl7.org/fhir/R4/xml.html).
            run.Sink.Report(StructureIssues.NoExtensions, node, node.Name);
        }

        Rules(node, type, slot.Rules, run);
        foreach (var rule in type.ValueRules)
        {
            rule.Check(node, type, run);
        }
    }

    private static void Rules(Node node, TypeSchema type, IElementRule[] rules, ValidationRun run)
    {
        foreach (var rule in rules)
        {
            rule.Check(node, type, run);
        }

        foreach (var rule in type.TypeRules)
        {
            rule.Check(new RuleContext(node, type.Type, run), run.Sink);
        }
    }

    /// <summary>Checks a primitive; false if it is none, so that nothing more can be said about it.</summary>
    private static bool Primitive(Node node, TypeSchema type, ValidationRun run)
    {
        if (node.HasChildren)
        {
            if (!node.IsPrimitive)
            {
                run.Sink.Report(StructureIssues.PrimitiveExpected, node, node.Name, type.Name);
                return false;
            }

            Complex(node, type, run);
        }

        if (type.Form is not { } form || !node.HasValue)
        {
            return true;
        }

        if (!form.IsWrittenAs(node.Kind))
        {
            run.Sink.Report(StructureIssues.ValueKind, node, node.Name, type.Name, form.Due, PrimitiveForm.Found(node.Kind));
            return false;
        }

        // Strings shall not exceed 1 MB (https://hl7.org/fhir/R4/datatypes.html#string). base64Binary has no such limit.
        if (node.RawValue.Length > LongestText && type.Name != "base64Binary")
        {
            run.Sink.Report(StructureIssues.TooLong, node, node.Name);
        }

        if (!form.Holds(node))
        {
            run.Sink.Report(StructureIssues.ValueFormat, node, node.Name, type.Name, form.Words);
            return false;
        }

        return true;
    }
}
