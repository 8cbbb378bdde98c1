using System.Collections.Concurrent;

namespace FhirMsc.Fhir.Definitions.CrossVersion;

/// <summary>
/// The extensions that carry elements of R5 in earlier releases, as the guide "Extensions for Using Data Elements from FHIR R5" (hl7.fhir.uv.xver-r5.r4, 0.1.0)
/// makes them: one for each element, called <c>http://hl7.org/fhir/5.0/StructureDefinition/extension-Citation.status</c>, with the parts of an element as
/// extensions named after them. They are worked out from R5's own definitions, for when the guide's package is not at hand; its definitions, where they are,
/// go first. Types that the earlier release does not have, and content references, are left open: what can't be told is not called wrong. Safe to use from
/// several threads.
/// </summary>
/// <param name="release">The earlier release.</param>
public sealed class CrossVersionExtensions(FhirModel release) : IDefinitionSource
{
    private const string Start = "http://hl7.org/fhir/5.0/StructureDefinition/extension-";
    private const int LongestPath = 200;

    private readonly ConcurrentDictionary<string, StructureDefinition?> known = new(StringComparer.Ordinal);

    /// <summary>Finds an extension.</summary>
    /// <param name="canonical">Canonical URL, with or without <c>|version</c>; the version is not looked at.</param>
    /// <returns>The extension with its differential; <see langword="null"/> if R5 has no such element.</returns>
    public StructureDefinition? FindStructure(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        var (url, _) = CanonicalVersion.Split(canonical);
        if (!url.StartsWith(Start, StringComparison.Ordinal) || url.Length - Start.Length > LongestPath || release.Release == FhirRelease.R5)
        {
            return null;
        }

        if (known.TryGetValue(url, out var found))
        {
            return found;
        }

        // Only elements that exist are kept, so that input cannot make the table grow without end.
        return Find(url[Start.Length..]) is var (type, element) ? known.GetOrAdd(url, Build(url, type, element)) : null;
    }

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => null;

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => null;

    /// <summary>The element of R5 at a path, and the type that has it.</summary>
    private static (TypeDefinition Type, ElementDefinition Element)? Find(string path)
    {
        var steps = path.Split('.');
        var type = FhirModel.For(FhirRelease.R5).FindType(steps[0]);
        for (var i = 1; type is not null; i++)
        {
            if (i >= steps.Length || type.FindElement(steps[i]) is not { } element)
            {
                return null;
            }

            if (i == steps.Length - 1)
            {
                return (type, element);
            }

            type = type.TypesOf(element) is [{ } next] ? next : null;
        }

        return null;
    }

    private StructureDefinition Build(string url, TypeDefinition type, ElementDefinition element)
    {
        var elements = new List<ElementDefinition>
        {
            new() { Path = "Extension", Id = "Extension", StatedMin = 0, StatedMax = element.Max, IsModifier = element.IsModifier, Short = element.Short },
        };
        Content(elements, "Extension", "Extension", url, type, element);
        return new StructureDefinition
        {
            Url = url,
            Name = url[Start.Length..].Replace(".", string.Empty, StringComparison.Ordinal),
            Kind = StructureKind.Complex,
            Derivation = StructureDerivation.Constraint,
            Type = "Extension",
            BaseDefinition = "http://hl7.org/fhir/StructureDefinition/Extension",
            FhirVersion = release.Release.Version,
            Status = "active",
            Contexts = [new ExtensionContext("element", Context(type))],
            Differential = elements,
        };
    }

    /// <summary>Where the earlier release has the type, it is used there; a resource that it does not have is a Basic.</summary>
    private string Context(TypeDefinition type)
    {
        if (release.FindType(type.Name) is not null)
        {
            return type.Name;
        }

        var root = type.Structure.Type;
        return release.FindType(root) is not null ? root : type.Structure.Kind == StructureKind.Resource ? "Basic" : "Element";
    }

    /// <summary>What stands in an extension: the value, or the parts of the element as extensions.</summary>
    private void Content(List<ElementDefinition> elements, string path, string id, string url, TypeDefinition type, ElementDefinition element)
    {
        var types = element.ContentReference is null ? type.TypesOf(element) : [];
        var parts = types is [{ Kind: TypeKind.Backbone } backbone] ? backbone : null;
        List<TypeReference> values = parts is null ? [.. element.Types.Where(candidate => release.FindType(candidate.TypeName) is not null).Select(candidate => new TypeReference { Code = candidate.TypeName })] : [];
        if (parts is not null)
        {
            foreach (var part in parts.Elements.Where(part => part.Name is not ("id" or "extension" or "modifierExtension")))
            {
                var slice = $"{id}.extension:{part.Name}";
                elements.Add(new ElementDefinition { Path = $"{path}.extension", Id = slice, SliceName = part.Name, StatedMin = part.Min, StatedMax = part.Max, Types = [new TypeReference { Code = "Extension" }] });
                Content(elements, $"{path}.extension", slice, part.Name, parts, part);
            }
        }
        else if (values.Count == element.Types.Count && values.Count > 0)
        {
            // Every type is one that the earlier release has, so there is a value and nothing else.
            elements.Add(new ElementDefinition { Path = $"{path}.extension", Id = $"{id}.extension", StatedMax = 0 });
        }

        elements.Add(new ElementDefinition
        {
            Path = $"{path}.url",
            Id = $"{id}.url",
            Fixed = new ElementValue("uri", $$"""{"fixedUri":"{{url}}"}"""),
        });
        if (parts is not null)
        {
            elements.Add(new ElementDefinition { Path = $"{path}.value[x]", Id = $"{id}.value[x]", StatedMax = 0 });
        }
        else if (values.Count == element.Types.Count && values.Count > 0)
        {
            elements.Add(new ElementDefinition { Path = $"{path}.value[x]", Id = $"{id}.value[x]", StatedMin = 1, Types = values });
        }
    }
}
