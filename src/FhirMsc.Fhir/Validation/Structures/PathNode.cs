using System.Globalization;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Structures;

/// <summary>Finds the node that a path, as <see cref="NodePath"/> spells it, leads to.</summary>
internal static class PathNode
{
    /// <summary>The node; the nearest one around it if the path goes further than the resource.</summary>
    /// <param name="root">The node that the first step of the path names.</param>
    /// <param name="path">The path.</param>
    public static Node Find(Node root, string path)
    {
        var at = root;
        foreach (var step in path.Split('.').Skip(1))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            var index = bracket < 0 || !int.TryParse(step.AsSpan((bracket + 1)..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? 0 : stated;
            var next = at.ChildrenNamed(name).ElementAtOrDefault(index);
            if (!next.Exists)
            {
                return at;
            }

            at = next;
        }

        return at;
    }
}
