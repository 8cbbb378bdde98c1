using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>Where an extension may stand: <c>StructureDefinition.context</c> and <c>contextInvariant</c> (https://hl7.org/fhir/R4/defining-extensions.html#context).</summary>
internal static class ExtensionPlace
{
    public static void Check(Node extension, StructureDefinition structure, ValidationRun run)
    {
        var owner = extension.Parent;
        if (!owner.Exists)
        {
            return;
        }

        if (structure.Contexts.Count > 0)
        {
            // Most extensions may stand on any element: then nobody needs the names.
            var names = new Lazy<List<string>>(() => Names(owner, run), LazyThreadSafetyMode.None);
            if (!structure.Contexts.Concat(ContextErrata.For(structure.Url)).Any(context => Allows(context, owner, names, run)))
            {
                run.Sink.Report(
                    ExtensionIssues.Context, ExtensionIssues.Context.Severity, extension, structure.Url, null, null, structure.Url, names.Value.Count > 0 ? names.Value[0] : owner.Name, string.Join(", ", structure.Contexts.Select(context => context.Expression)));
            }
        }

        foreach (var invariant in structure.ContextInvariants)
        {
            // The invariant speaks of the element that the extension is on, %extension being the extension.
            if (run.TypeOf(owner) is { } type && run.Store.Expression(invariant).Test(owner, type, run, extension) == InvariantOutcome.Broken)
            {
                run.Sink.Report(ExtensionIssues.ContextInvariant, Severity.Error, extension, structure.Url, null, null, structure.Url, invariant);
            }
        }
    }

    /// <summary>
    /// Everything that a context may call the element: its path from the resource and from every type on the way, and the types that it is of. The first is
    /// the one for people.
    /// </summary>
    private static List<string> Names(Node owner, ValidationRun run)
    {
        var names = new List<string>();
        var below = string.Empty;
        for (var node = owner; ; node = node.Parent)
        {
            var type = run.TypeOf(node);
            for (var super = type?.Type; super is not null; super = super.Base)
            {
                names.Add(super.Name + below);
            }

            if (type is { Type.Kind: TypeKind.Resource } resource)
            {
                names.AddRange(Interfaces(resource.Type).Select(name => name + below));
                break;
            }

            if (!node.Parent.Exists)
            {
                break;
            }

            var label = run.TypeOf(node.Parent)?.Find(node.NameNumber, node.Tree)?.Child.Label ?? node.Name;
            below = $".{label}{below}";
        }

        // The longest path says the most.
        var path = names.FindLastIndex(name => name.EndsWith(below, StringComparison.Ordinal));
        if (path > 0 && below.Length > 0)
        {
            var first = names.Find(name => name.EndsWith(below, StringComparison.Ordinal))!;
            names.Remove(first);
            names.Insert(0, first);
        }

        return names;
    }

    /// <summary>R5's interfaces, which R4 has in all but name: resources with a canonical URL, and among them those with metadata for knowledge artifacts.</summary>
    private static IEnumerable<string> Interfaces(TypeDefinition resource)
    {
        if (resource.FindElement("url") is not null && resource.FindElement("status") is not null && resource.FindElement("publisher") is not null)
        {
            yield return "CanonicalResource";
            if (resource.FindElement("approvalDate") is not null || resource.FindElement("topic") is not null)
            {
                yield return "MetadataResource";
            }
        }
    }

    private static bool Allows(ExtensionContext context, Node owner, Lazy<List<string>> names, ValidationRun run)
    {
        switch (context.Type)
        {
            case "extension":
                // On the extension itself, or on its value.
                var url = CanonicalVersion.Split(context.Expression).Url;
                return IsExtension(owner, url) || (owner.Parent.Exists && owner.Name.StartsWith("value", StringComparison.Ordinal) && IsExtension(owner.Parent, url));
            case "fhirpath":
                return run.Resource.Exists && run.Store.Expression(context.Expression).Selects(run.Resource, owner, run);
            default:
                return AllowsElement(context.Expression, names);
        }
    }

    private static bool IsExtension(Node node, string url) => node.Name is "extension" or "modifierExtension" && node.Child("url").Text == url;

    private static bool AllowsElement(string expression, Lazy<List<string>> names)
    {
        // In front of # stands a profile; what the element is called stands behind it. Versions and slices do not change what it is.
        var hash = expression.IndexOf('#', StringComparison.Ordinal);
        var path = CanonicalVersion.Split(hash < 0 ? expression : expression[(hash + 1)..]).Url;
        path = path.StartsWith("http://hl7.org/fhir/StructureDefinition/", StringComparison.Ordinal) ? path[(path.LastIndexOf('/') + 1)..] : path;

        // Resources are elements, too, as far as contexts are concerned.
        if (path is "Element" or "Base")
        {
            return true;
        }

        foreach (var name in names.Value)
        {
            if (name == path || (name.EndsWith("[x]", StringComparison.Ordinal) && name.AsSpan(0, name.Length - 3).SequenceEqual(path)))
            {
                return true;
            }
        }

        return false;
    }
}
