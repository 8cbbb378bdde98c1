using FhirMsc.Artifacts;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance;

/// <summary>Whether the links between the artifacts of one set lead somewhere. Links to the outside are not followed.</summary>
internal sealed class LinkCheck
{
    private readonly HashSet<string> references;
    private readonly HashSet<string> canonicals;
    private readonly IReadOnlyList<string> bases;

    public LinkCheck(ArtifactSet set)
    {
        references = [.. set.Artifacts.Select(artifact => artifact.Reference)];
        canonicals = [.. set.Artifacts.Where(artifact => artifact.Url is not null).SelectMany(artifact => new[] { artifact.Url!, $"{artifact.Url}|{artifact.Version}" })];

        // Whatever starts with the base of one of our canonicals is one of ours.
        bases = [.. set.Artifacts
            .Where(artifact => artifact.Url is not null && artifact.Url.EndsWith("/" + artifact.Reference, StringComparison.Ordinal))
            .Select(artifact => artifact.Url![..^artifact.Reference.Length])
            .Distinct()];
    }

    /// <summary>The links of one resource that lead nowhere.</summary>
    public IEnumerable<Issue> Check(Node node)
    {
        if (node.Kind == NodeKind.String && node.Text is { } text)
        {
            if (node.Name == "reference" && !text.StartsWith('#') && !text.Contains(':', StringComparison.Ordinal) && !references.Contains(text))
            {
                yield return GateIssues.DanglingReference.At(NodePath.Of(node), node.Position, text);
            }
            else if (IsCanonical(node) && bases.Any(ours => text.StartsWith(ours, StringComparison.Ordinal)) && !canonicals.Contains(text) && !IsExtensionDefinition(text) && !IsFormer(node))
            {
                yield return GateIssues.DanglingCanonical.At(NodePath.Of(node), node.Position, text);
            }
        }

        foreach (var child in node.Children)
        {
            foreach (var issue in Check(child))
            {
                yield return issue;
            }
        }
    }

    private static bool IsCanonical(Node node) =>
        node.Name is "library" or "resource" or "valueSet" or "definitionCanonical" or "instantiatesCanonical" or "valueCanonical" or "targetCanonical" or "sourceCanonical";

    /// <summary>Definitions of our own extensions and profiles are written by hand and lie beside the generated set.</summary>
    private static bool IsExtensionDefinition(string canonical) => canonical.Contains("/StructureDefinition/", StringComparison.Ordinal);

    /// <summary>What went before is published elsewhere, if at all.</summary>
    private static bool IsFormer(Node node) => node.Name == "resource" && node.Parent.Child("type").Text == "predecessor";
}
