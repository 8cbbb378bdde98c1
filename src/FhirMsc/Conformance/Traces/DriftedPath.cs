using System.Globalization;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance.Traces;

/// <summary>
/// Follows a path of a file that somebody has changed in the resource as it is generated: as far down as both have the same lists. An element that was
/// removed from the file still leads to what should have produced it; an item of a list that has grown or shrunk leads to the list only, since nobody can
/// tell which item is which.
/// </summary>
internal static class DriftedPath
{
    /// <summary>The part of a path that means the same in both.</summary>
    /// <param name="path">Path in the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="generated">The resource as generated now.</param>
    public static string Common(string path, Node file, Node generated)
    {
        var steps = path.Split('.');
        var kept = steps[0];
        foreach (var step in steps.Skip(1))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            var (here, there) = (Named(file, name), Named(generated, name));
            if (there.Count == 0)
            {
                break;
            }

            if (here.Count == 0)
            {
                // Missing in the file: what generates it is the answer, and there is nothing to follow below.
                return $"{kept}.{name}{(there[0].IsArrayItem ? "[0]" : string.Empty)}";
            }

            var index = 0;
            if (bracket >= 0 && !int.TryParse(step.AsSpan(bracket + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out index))
            {
                break;
            }

            if (here.Count != there.Count || index >= here.Count)
            {
                break;
            }

            (file, generated) = (here[index], there[index]);
            kept = $"{kept}.{step}";
        }

        return kept;
    }

    private static List<Node> Named(Node node, string name) => node.Exists ? [.. node.ChildrenNamed(name)] : [];
}
