using System.Globalization;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance.Runs;

/// <summary>Gives each issue to the resource it is in: the outermost, or that of a Bundle's entry.</summary>
internal static class ResourceSorter
{
    private const string EntryStart = "Bundle.entry[";

    /// <summary>Sorts the issues of one text.</summary>
    public static IReadOnlyList<CheckedResource> Sort(Document document, Node root, IReadOnlyList<Issue> issues)
    {
        var byEntry = root.ResourceType == "Bundle" ? issues.ToLookup(issue => EntryOf(issue.Path)) : issues.ToLookup(_ => (int?)null);
        var resources = new List<CheckedResource> { Of(document, root, null, null, byEntry[null]) };
        if (root.ResourceType != "Bundle")
        {
            return resources;
        }

        var number = 0;
        foreach (var entry in root.ChildrenNamed("entry"))
        {
            if (entry.Child("resource") is { Exists: true } resource)
            {
                resources.Add(Of(document, resource, number, entry.Child("fullUrl").Text, byEntry[number]));
            }

            number++;
        }

        return resources;
    }

    private static CheckedResource Of(Document document, Node resource, int? entry, string? fullUrl, IEnumerable<Issue> issues) => new()
    {
        ResourceType = resource.ResourceType,
        Id = resource.Child("id").Text,
        Entry = entry,
        FullUrl = fullUrl,
        Line = resource.Position.Line + document.FirstLine - 1,
        Findings = [.. issues.Select(issue => new Finding(document.Name, issue, Origin: null))],
    };

    /// <summary>The entry whose resource a path leads into; <see langword="null"/> for the Bundle itself.</summary>
    private static int? EntryOf(string path)
    {
        if (!path.StartsWith(EntryStart, StringComparison.Ordinal))
        {
            return null;
        }

        var end = path.IndexOf(']', EntryStart.Length);
        return end > 0 && path.AsSpan(end + 1).StartsWith(".resource", StringComparison.Ordinal)
            && int.TryParse(path.AsSpan(EntryStart.Length, end - EntryStart.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
