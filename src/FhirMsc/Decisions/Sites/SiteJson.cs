using FhirMsc.Decisions.Compiling;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Sites;

/// <summary>A site's file in JSON: its own form, or a FHIR ConceptMap.</summary>
internal static class SiteJson
{
    /// <summary>Reads it.</summary>
    /// <returns>The file; <see langword="null"/> if it is no JSON, and then the issues say why.</returns>
    public static SiteFile? Read(ReadOnlyMemory<byte> utf8, string name, List<Issue> issues)
    {
        var parsed = JsonParser.Parse(utf8, name, new JsonLimits { KeepEmpty = true });
        issues.AddRange(parsed.Issues.Where(issue => issue.IsError));
        if (parsed.Tree is not { } tree)
        {
            return null;
        }

        if (tree.Root.ResourceType != "ConceptMap")
        {
            foreach (var (child, isEntry) in tree.Root.Children.Select(child => (child, false)).Concat(tree.Root.ChildrenNamed("maps").SelectMany(map => map.Children).Select(child => (child, true))))
            {
                SiteFile.CheckKey(child.Name!, isEntry, NodePath.Of(child), child.Position, issues);
            }
        }

        var settings = tree.Root.Child("settings");
        return new SiteFile(
            tree.Root.At("version"),
            [.. tree.Root.ResourceType == "ConceptMap" ? SiteConceptMap.Entries(tree.Root) : tree.Root.ChildrenNamed("maps").Select(Entry)],
            [.. (settings.Exists ? settings.Children.GroupBy(child => child.Name) : []).Select(group => new SiteSetting(
                group.Key,
                group.First().Position,
                [.. group.Where(value => value.HasValue).Select(value => value.Kind switch
                {
                    NodeKind.True => Item.Of(true),
                    NodeKind.False => Item.Of(false),
                    _ => Item.Of(value.Text!),
                })]))]);
    }

    /// <summary>A member's value.</summary>
    public static SiteText Text(Node node) => node.Exists ? new SiteText(node.HasValue ? node.Text : null, node.Kind == NodeKind.String) : default;

    private static SiteEntry Entry(Node map) =>
        new(NodePath.Of(map), map.Position, Text(map.Child("system")), Text(map.Child("code")), Text(map.Child("display")), map.At("class"), map.At("concept"));
}
