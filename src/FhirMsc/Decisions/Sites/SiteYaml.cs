using System.Globalization;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Decisions.Sites;

/// <summary>A site's file in YAML: the same keys as in JSON. What YAML would take for a number must stand in quotes, so that no code loses digits.</summary>
internal static class SiteYaml
{
    /// <summary>Reads it.</summary>
    /// <returns>The file; <see langword="null"/> if it is no map in YAML, and then the issues say why.</returns>
    public static SiteFile? Read(ReadOnlyMemory<byte> utf8, string name, List<Issue> issues)
    {
        var report = new Report();
        var root = YamlLoader.Load(new MemoryStream(utf8.ToArray()), name, report);
        issues.AddRange(report.Issues.Where(issue => issue.IsError));
        if (root is null)
        {
            return null;
        }

        if (root is not SourceMap map)
        {
            issues.Add(SiteIssues.Shape.At(string.Empty, root.Position, "the file", "a map with 'maps' and 'settings'"));
            return null;
        }

        foreach (var (entry, isEntry) in map.Entries.Select(entry => (entry, false)).Concat(((Value(map, "maps") as SourceList)?.Items ?? []).OfType<SourceMap>().SelectMany(item => item.Entries).Select(entry => (entry, true))))
        {
            SiteFile.CheckKey(entry.Key, isEntry, entry.Value.Path, entry.KeyPosition, issues);
        }

        return new SiteFile(Text(map, "version").Text, [.. Entries(map, issues)], [.. Settings(map, issues)]);
    }

    private static IEnumerable<SiteEntry> Entries(SourceMap root, List<Issue> issues)
    {
        var maps = Value(root, "maps");
        if (maps is { IsNull: false } and not SourceList)
        {
            issues.Add(SiteIssues.Shape.At(maps.Path, maps.Position, "'maps'", "a list"));
        }

        foreach (var item in (maps as SourceList)?.Items ?? [])
        {
            if (item is SourceMap map)
            {
                yield return new SiteEntry(map.Path, map.Position, Text(map, "system"), Text(map, "code"), Text(map, "display"), Text(map, "class").Text, Text(map, "concept").Text);
            }
            else
            {
                issues.Add(SiteIssues.Shape.At(item.Path, item.Position, "an item of 'maps'", "a map"));
            }
        }
    }

    private static IEnumerable<SiteSetting> Settings(SourceMap root, List<Issue> issues)
    {
        var settings = Value(root, "settings");
        if (settings is { IsNull: false } and not SourceMap)
        {
            issues.Add(SiteIssues.Shape.At(settings.Path, settings.Position, "'settings'", "a map"));
        }

        return ((settings as SourceMap)?.Entries ?? []).Select(entry => new SiteSetting(
            entry.Key,
            entry.KeyPosition,
            [.. (entry.Value is SourceList list ? list.Items : [entry.Value]).OfType<SourceScalar>().Where(scalar => !scalar.IsNull).Select(Value)]));
    }

    private static Item Value(SourceScalar scalar) => scalar is { Quoted: false, Text: "true" or "false" } ? Item.Of(scalar.Text == "true") : Item.Of(scalar.Text);

    private static SourceNode? Value(SourceMap map, string key) => map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    private static SiteText Text(SourceMap map, string key) =>
        Value(map, key) is SourceScalar { IsNull: false } scalar ? new SiteText(scalar.Text, scalar.Quoted || !IsNumber(scalar.Text)) : default;

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
