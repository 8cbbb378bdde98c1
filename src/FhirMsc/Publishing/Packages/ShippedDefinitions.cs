using FhirMsc.Artifacts;
using FhirMsc.Conformance.Profiles;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Definitions.CrossVersion;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Snapshots;

namespace FhirMsc.Publishing.Packages;

/// <summary>
/// The definitions that go with a set of artifacts, so that whoever installs its package can validate it: this project's profiles and extensions, and the
/// extensions that carry R5 elements in earlier releases, as far as the set uses them. A modifier extension without a definition is an error everywhere.
/// </summary>
internal static class ShippedDefinitions
{
    private const string CrossVersion = "http://hl7.org/fhir/5.0/StructureDefinition/";

    /// <summary>The files by name, in ordinal order.</summary>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> For(ArtifactSet set) =>
        [.. OwnDefinitions.Files(set.Release).Concat(OfR5(set)).OrderBy(file => file.Key, StringComparer.Ordinal)];

    private static IEnumerable<KeyValuePair<string, byte[]>> OfR5(ArtifactSet set)
    {
        var extensions = new CrossVersionExtensions(FhirModel.For(set.Release));
        foreach (var url in set.Artifacts.SelectMany(artifact => Urls(artifact.Tree.Root)).Distinct().Order(StringComparer.Ordinal))
        {
            if (extensions.FindStructure(url) is { } extension)
            {
                var id = url[CrossVersion.Length..];
                yield return KeyValuePair.Create($"StructureDefinition-{id}.json", StructureJson.Write(extension, id));
            }
        }
    }

    private static IEnumerable<string> Urls(Node node)
    {
        foreach (var child in node.Children)
        {
            if (child.Name == "url" && child.Text is { } url && url.StartsWith(CrossVersion, StringComparison.Ordinal))
            {
                yield return url;
            }

            foreach (var below in Urls(child))
            {
                yield return below;
            }
        }
    }
}
