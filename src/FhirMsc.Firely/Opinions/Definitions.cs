using FhirMsc.Conformance.Profiles;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Snapshots;
using FhirMsc.Firely.Pocos;
using Resource = Hl7.Fhir.Model.Resource;

namespace FhirMsc.Firely.Opinions;

/// <summary>
/// The definitions that the resources need beside FHIR's own: our profiles and extensions, the code systems and value sets among the resources, and the extensions
/// of other guides that we have definitions or stand-ins of.
/// </summary>
internal static class Definitions
{
    /// <summary>Collects them.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="known">Where definitions of other guides' extensions come from.</param>
    public static IReadOnlyList<Resource> For(IReadOnlyList<NodeTree> resources, IDefinitionSource known)
    {
        var own = OwnDefinitions.Files(FhirRelease.R4).Select(file => Read(file.Value, file.Key));
        var terms = resources.Where(tree => tree.Root.ResourceType is "CodeSystem" or "ValueSet" or "ConceptMap").Select(tree => Read(JsonWriter.Write(tree.Root), tree.Root.ResourceType!));
        var extensions = resources.SelectMany(tree => Extensions(tree.Root)).Distinct().Where(url => !url.StartsWith(OwnDefinitions.Base, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(url => known.FindStructure(url)).OfType<StructureDefinition>()
            .Select(structure => Read(StructureJson.Write(structure, structure.Url[(structure.Url.LastIndexOf('/') + 1)..]), structure.Url));
        return [.. own, .. terms, .. extensions];
    }

    private static Resource Read(byte[] json, string name) =>
        PocoBridge.ToPoco(json) is ({ } resource, []) ? resource : throw new InvalidOperationException($"Firely's parser refuses the definition {name}: {string.Join(' ', PocoBridge.ToPoco(json).Messages)}");

    private static IEnumerable<string> Extensions(Node node)
    {
        foreach (var child in node.Children)
        {
            if (child.Name is "extension" or "modifierExtension" && child.Child("url").Text is { } url && url.Contains("://", StringComparison.Ordinal))
            {
                yield return url;
            }

            foreach (var below in Extensions(child))
            {
                yield return below;
            }
        }
    }
}
