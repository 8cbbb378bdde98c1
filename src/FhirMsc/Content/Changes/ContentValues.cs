using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;

namespace FhirMsc.Content.Changes;

/// <summary>All single values of a content file, for those who must leave none out.</summary>
public static class ContentValues
{
    /// <summary>The values in the order of the file. Keys that are data, such as the codes of a value set, are values too.</summary>
    /// <param name="content">UTF-8 YAML.</param>
    /// <param name="name">Name for positions.</param>
    public static IReadOnlyList<ContentValue> Of(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        return YamlLoader.Load(content, name, new Report()) is { } root ? [.. Below(root)] : [];
    }

    private static IEnumerable<ContentValue> Below(SourceNode node) => node switch
    {
        SourceMap map => map.Entries.SelectMany(entry => Code(map, entry).Concat(Below(entry.Value))),
        SourceList list => list.Items.SelectMany(Below),
        SourceScalar { IsNull: false } scalar => [new ContentValue(scalar.Path, scalar.Position, scalar.Text)],
        _ => [],
    };

    /// <summary>The codes of a value set are keys, their displays the values.</summary>
    private static IEnumerable<ContentValue> Code(SourceMap map, SourceEntry entry) =>
        map.Path.EndsWith(".concepts", StringComparison.Ordinal) ? [new ContentValue(map.Path, entry.KeyPosition, entry.Key)] : [];
}
