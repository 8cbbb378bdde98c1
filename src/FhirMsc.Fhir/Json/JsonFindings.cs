using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Json;

/// <summary>What <see cref="JsonParserPass"/> has found wrong while the tree is not whole.</summary>
/// <param name="most">How many issues to keep.</param>
internal sealed class JsonFindings(int most)
{
    private readonly List<(IssueKind Kind, int Node, int Position, object?[] Arguments)> found = [];

    /// <summary>Remembers an issue; its path is worked out when the tree is whole.</summary>
    public void Add(IssueKind kind, int node, int position, object?[] arguments)
    {
        if (found.Count < most)
        {
            found.Add((kind, node, position, arguments));
        }
        else if (found.Count == most)
        {
            found.Add((JsonIssues.TooManyIssues, 0, position, [most]));
        }
    }

    /// <summary>The issues with their paths and positions.</summary>
    public List<Issue> ToIssues(NodeTree? tree, LineIndex lines, string? source)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var paths = tree is null ? null : new NodePaths(tree, found.Select(f => f.Node));
        return [.. found.Select(f => f.Kind.At(paths?[f.Node] ?? string.Empty, lines.Find(source, f.Position), f.Arguments))];
    }
}
