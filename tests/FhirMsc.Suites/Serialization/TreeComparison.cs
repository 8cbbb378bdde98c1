using System.Xml;
using System.Xml.Linq;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Suites.Serialization;

/// <summary>Compares two trees element by element: names, kinds and texts of values, order of repetitions. The order of different elements does not matter.</summary>
public static class TreeComparison
{
    /// <summary>The first difference in words, or <see langword="null"/> if there is none. In narratives, white space and the spelling of characters do not count.</summary>
    public static string? FirstDifference(Node left, Node right)
    {
        if (left.Kind != right.Kind || left.ResourceType != right.ResourceType || left.IsArrayItem != right.IsArrayItem)
        {
            return $"{NodePath.Of(left)}: {left.Kind} {left.ResourceType} array {left.IsArrayItem} / {right.Kind} {right.ResourceType} array {right.IsArrayItem}";
        }

        if (Value(left) != Value(right))
        {
            return $"{NodePath.Of(left)}: '{left.Text}' / '{right.Text}'";
        }

        var (ours, theirs) = (ByName(left), ByName(right));
        foreach (var name in ours.Keys.Union(theirs.Keys))
        {
            var (here, there) = (ours.GetValueOrDefault(name, []), theirs.GetValueOrDefault(name, []));
            if (here.Count != there.Count)
            {
                return $"{NodePath.Of(left)}.{name}: {here.Count} / {there.Count} times";
            }

            if (here.Zip(there, FirstDifference).FirstOrDefault(difference => difference is not null) is { } inside)
            {
                return inside;
            }
        }

        return null;
    }

    private static Dictionary<string, List<Node>> ByName(Node node) => node.Children.GroupBy(child => child.Name).ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>A narrative counts by what it says as XML: character references are the characters they stand for, and runs of white space are one space.</summary>
    private static string? Value(Node node)
    {
        if (node.Name != "div" || node.Text is not { } text)
        {
            return node.Text;
        }

        try
        {
            var narrative = XElement.Parse(text, LoadOptions.PreserveWhitespace);
            foreach (var run in narrative.DescendantNodes().OfType<XText>())
            {
                run.Value = string.Join(' ', run.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }

            return narrative.ToString(SaveOptions.DisableFormatting);
        }
        catch (XmlException)
        {
            return text;
        }
    }
}
