using System.Globalization;
using System.Text;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FhirMsc.Decisions.Sites;

/// <summary>A site's file in YAML: the same keys as in JSON. What YAML would take for a number must stand in quotes, so that no code loses digits.</summary>
internal sealed class SiteYaml
{
    private const int MaximumBytes = 8 * 1024 * 1024;

    private readonly string name;
    private readonly List<Issue> issues;

    private SiteYaml(string name, List<Issue> issues) => (this.name, this.issues) = (name, issues);

    /// <summary>Reads it.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">Its name, for positions.</param>
    /// <param name="issues">Takes what is wrong.</param>
    /// <returns>The file; <see langword="null"/> if it is no map in YAML, and then the issues say why.</returns>
    public static SiteFile? Read(ReadOnlyMemory<byte> utf8, string name, List<Issue> issues)
    {
        if (utf8.Length > MaximumBytes)
        {
            issues.Add(SiteIssues.Yaml.At(string.Empty, new SourcePosition(name, 1, 1), $"it has more than {MaximumBytes} bytes"));
            return null;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8.Span).TrimStart('\uFEFF')));
            return new SiteYaml(name, issues).File(stream.Documents.Count == 1 ? stream.Documents[0].RootNode : new YamlScalarNode());
        }
        catch (YamlException problem)
        {
            issues.Add(SiteIssues.Yaml.At(string.Empty, At(name, problem.Start), problem.Message));
        }
        catch (DecoderFallbackException)
        {
            issues.Add(SiteIssues.Yaml.At(string.Empty, new SourcePosition(name, 1, 1), "it is not UTF-8"));
        }

        return null;
    }

    private SiteFile? File(YamlNode root)
    {
        if (root is not YamlMappingNode map)
        {
            issues.Add(SiteIssues.Shape.At(string.Empty, At(name, root.Start), "The file", "one map with 'maps' and 'settings'"));
            return null;
        }

        CheckKeys(map, isEntry: false, string.Empty);
        return new SiteFile(Text(map, "version").Text, [.. Entries(map)], [.. Settings(map)]);
    }

    private IEnumerable<SiteEntry> Entries(YamlMappingNode root)
    {
        foreach (var (index, item) in Expect<YamlSequenceNode>(root, "maps", "a list").SelectMany(list => list.Children).Index())
        {
            var path = $"maps[{index}]";
            if (item is YamlMappingNode map)
            {
                CheckKeys(map, isEntry: true, path + ".");
                yield return new SiteEntry(path, At(name, map.Start), Text(map, "system"), Text(map, "code"), Text(map, "display"), Text(map, "class").Text, Text(map, "concept").Text);
            }
            else
            {
                issues.Add(SiteIssues.Shape.At(path, At(name, item.Start), "An item of 'maps'", "a map"));
            }
        }
    }

    private IEnumerable<SiteSetting> Settings(YamlMappingNode root) =>
        from settings in Expect<YamlMappingNode>(root, "settings", "a map")
        from setting in settings.Children
        select new SiteSetting(
            (setting.Key as YamlScalarNode)?.Value ?? string.Empty,
            At(name, setting.Key.Start),
            [.. (setting.Value is YamlSequenceNode list ? list.Children : [setting.Value]).OfType<YamlScalarNode>().Where(scalar => !IsNull(scalar)).Select(Value)]);

    /// <summary>The value of a key if it is of the kind that is due; an empty one is none.</summary>
    private IEnumerable<T> Expect<T>(YamlMappingNode root, string key, string due)
        where T : YamlNode
    {
        var value = Find(root, key);
        if (value is not null and not T && value is not YamlScalarNode { Value: null or "" })
        {
            issues.Add(SiteIssues.Shape.At(key, At(name, value.Start), $"'{key}'", due));
        }

        return value is T right ? [right] : [];
    }

    private void CheckKeys(YamlMappingNode map, bool isEntry, string path)
    {
        foreach (var key in map.Children.Keys)
        {
            var text = (key as YamlScalarNode)?.Value ?? key.ToString();
            SiteFile.CheckKey(text, isEntry, path + text, At(name, key.Start), issues);
        }
    }

    private static Item Value(YamlScalarNode scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: "true" or "false" } ? Item.Of(scalar.Value == "true") : Item.Of(scalar.Value!);

    private static YamlNode? Find(YamlMappingNode map, string key) => map.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: { } text } && text == key).Value;

    private static SiteText Text(YamlMappingNode map, string key) =>
        Find(map, key) is YamlScalarNode scalar && !IsNull(scalar) ? new SiteText(scalar.Value, scalar.Style != ScalarStyle.Plain || !IsNumber(scalar.Value!)) : default;

    private static bool IsNull(YamlScalarNode scalar) => scalar.Value is null || (scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null");

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static SourcePosition At(string name, Mark mark) => new(name, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
