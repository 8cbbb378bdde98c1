using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

/// <summary>Compares two trees element by element: names, kinds and texts of values, order of repetitions. The order of different elements does not matter.</summary>
internal static class TreeComparison
{
    /// <summary>The first difference in words, or <see langword="null"/> if there is none. White space in narratives is not compared.</summary>
    public static string? FirstDifference(Node left, Node right)
    {
        var at = NodePath.Of(left);
        if (left.Kind != right.Kind || left.ResourceType != right.ResourceType || left.IsArrayItem != right.IsArrayItem)
        {
            return $"{at}: {left.Kind} {left.ResourceType} array {left.IsArrayItem} / {right.Kind} {right.ResourceType} array {right.IsArrayItem}";
        }

        if (Value(left) != Value(right))
        {
            return $"{at}: '{left.Text}' / '{right.Text}'";
        }

        var (ours, theirs) = (ByName(left), ByName(right));
        foreach (var name in ours.Keys.Union(theirs.Keys))
        {
            var (here, there) = (ours.GetValueOrDefault(name, []), theirs.GetValueOrDefault(name, []));
            if (here.Count != there.Count)
            {
                return $"{at}.{name}: {here.Count} / {there.Count} times";
            }

            if (here.Zip(there, FirstDifference).FirstOrDefault(difference => difference is not null) is { } inside)
            {
                return inside;
            }
        }

        return null;
    }

    private static Dictionary<string, List<Node>> ByName(Node node) => node.Children.GroupBy(child => child.Name).ToDictionary(group => group.Key, group => group.ToList());

    private static string? Value(Node node) =>
        node.Name == "div" && node.Text is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : node.Text;
}
