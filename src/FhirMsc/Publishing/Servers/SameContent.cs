using FhirMsc.Artifacts;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Servers;

/// <summary>
/// Whether a server's copy says the same as an artifact. Servers own <c>meta</c> (version, time, tags), may have chosen another id, may have written references to
/// their ids, and may order properties and write white space as they like; everything else must be equal, numbers digit for digit.
/// </summary>
internal sealed class SameContent(IReadOnlyDictionary<string, string> serverIds)
{
    /// <summary>The path of the first difference; <see langword="null"/> if there is none.</summary>
    public string? Difference(Artifact artifact, Node copy) =>
        copy.ResourceType != artifact.ResourceType ? artifact.ResourceType : Compare(artifact.Tree.Root, copy, artifact.ResourceType, isTop: true);

    private string? Compare(Node ours, Node theirs, string path, bool isTop)
    {
        var due = ours.Text is { } text && path.EndsWith(".reference", StringComparison.Ordinal) ? serverIds.GetValueOrDefault(text, text) : ours.Text;
        if (due is not null && theirs.Text != due)
        {
            return path;
        }

        var (mine, other) = (Groups(ours, isTop), Groups(theirs, isTop));
        foreach (var (name, nodes) in mine)
        {
            if (!other.Remove(name, out var copies) || copies.Count != nodes.Count)
            {
                return $"{path}.{name}";
            }

            for (var i = 0; i < nodes.Count; i++)
            {
                if (Compare(nodes[i], copies[i], $"{path}.{name}", isTop: false) is { } difference)
                {
                    return difference;
                }
            }
        }

        return other.Count > 0 ? $"{path}.{other.Keys.First()}" : ours.Text is null && theirs.Text is not null ? path : null;
    }

    private static Dictionary<string, List<Node>> Groups(Node node, bool isTop)
    {
        var groups = new Dictionary<string, List<Node>>(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            if (isTop && child.Name is "id" or "meta")
            {
                continue;
            }

            if (!groups.TryGetValue(child.Name, out var list))
            {
                groups.Add(child.Name, list = []);
            }

            list.Add(child);
        }

        return groups;
    }
}
